"""The words by which an English sentence tells who does what: closed classes, and verbs that go their own way."""

from __future__ import annotations

DETERMINERS = frozenset(
    "the a an this that these those its his her their our your my some any no every each all both another other such "
    "more most many several few two three four five".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for with from into onto over under against between among through during before after about around near behind "
    "beside above below within without across along toward towards upon off out up down via per than as like despite amid since "
    "until including following unlike outside inside beyond except plus versus".split()
)
AUXILIARIES = frozenset(
    "is are was were be been being am has have had having do does did will would shall should can could may might must get gets "
    "got getting isn't aren't wasn't weren't won't wouldn't don't doesn't didn't can't couldn't cannot hasn't haven't hadn't".split()
)
BE = frozenset("is are was were be been being am get gets got getting isn't aren't wasn't weren't".split())
BETWEEN = frozenset(
    "not also never only still already even just then now once twice again later soon first finally ultimately eventually".split()
)
"""Adverbs within a verb; others end in -ly."""
TO = frozenset(
    "plans planned plan planning wants wanted want intends intended intend decides decided decide agrees agreed agree vows vowed "
    "vow pledges pledged pledge seeks sought seek tries tried try trying attempts attempted begins began begin starts started start "
    "continues continued continue refuses refused refuse declines declined fails failed fail hopes hoped hope promises promised "
    "promise threatens threatened threaten offers offered offer manages managed need needs needed used likely able unable ready set "
    "due going expected scheduled forced supposed prepared willing moved rushed votes voted vote aims aimed aim opts opted opt chose "
    "chooses hesitated wishes wished wish asked ordered told allowed required urged slated poised bound".split()
)
"""What stands before "to" and has the same subject as the verb behind."""
CONTROL = frozenset("asked ordered told allowed required urged forced expected".split())
"""Of these only behind "be": told the union to go, was told to go."""
LINKS = frozenset("and or but nor".split())
CLAUSE = frozenset(
    "that which who whom whose when while because if although though where whether unless so how why what whereas once".split()
)
CONTRAST = frozenset("and but while whereas although though ;".split())
"""What stands between two clauses that tell of two."""
WHO = frozenset("who which that".split())
DIRECT = frozenset("to with against from over at on upon toward towards".split())
"""Prepositions of the one to whom, or with whom, it is done."""
SPEECH = frozenset(
    "said says say told tells added adds noted notes stressed stresses explained explains argued argues claimed "
    "claims insisted insists announced "
    "announces warned warns remarked replied replies answered stated emphasized emphasised commented observed recalled declared "
    "pledged promised urged criticized criticised pointed asserted contended maintained lamented quipped assessed predicted "
    "forecast".split()
)
CLOSED = DETERMINERS | PREPOSITIONS | AUXILIARIES | LINKS | CLAUSE | SPEECH | {"to"}
"""Words that no phrase of a noun holds behind its beginning."""
OPEN = frozenset(
    "meet meets met meeting talk talks talked talking agree agrees agreed agreeing discuss discussed discusses fight fights fought "
    "fighting clash clashed clashes marry married marries compete competed competes cooperate cooperated share shared shares "
    "tie tied ties draw drew drawn exchange exchanged differ differs differed receive receives received receiving borrow borrowed "
    "hear hears heard learn learned learnt get gets got inherit inherited negotiate negotiated negotiating debate debated "
    "obtain obtained concerns involve involves involved precede preceded please pleased worry worried fear feared interest "
    "mean means meant resemble resembles belong belongs face faces faced due according remain remains remained "
    "become becomes became seem seems "
    "seemed import imports imported importing export exports exported exporting buy buys bought buying sell sells "
    "sold selling purchase "
    "purchases purchased purchasing lend lends lent lending teach teaches taught".split()
)
"""Verbs that both do alike, those that say the other way round what another verb says, and those in which the doer is a thing."""
LOST = frozenset("lose loses lost losing".split())
PARTICIPLES = frozenset(
    "beaten beat bitten blown bought broken brought built caught chosen cut dealt done drawn driven eaten fallen fed felt forgotten "
    "found frozen given gone grown heard held hidden hit hurt kept known laid led left lent let lost made met overthrown paid put "
    "read run said seen sent set shaken shot shown shut sold sought spent split spread stolen struck sued swept taken taught thrown "
    "told torn turned understood won worn written".split()
)
MODALS = frozenset(
    "did do does will would can could may might must shall should won't wouldn't can't couldn't didn't doesn't".split()
)
PRESENT = frozenset(
    "accepts accuses acquires adopts advises approves arrests attacks bans blames blocks bombs boycotts cancels criticizes "
    "criticises defeats defends delays demands denies deports detains develops dismisses elects exempts expels "
    "exports extends fires fines "
    "funds gives helps hires imports imposes indicts informs invades invites invests jails kidnaps kills launches "
    "names opposes orders "
    "overtakes pays praises presses pressures promotes proposes protects provides punishes raids rejects releases "
    "replaces requests rescues "
    "sanctions seeks sells sends slams snubs stops submits sues supplies supports suspends targets thanks threatens "
    "transfers trusts visits wants warns welcomes writes".split()
)
"""Verbs of which nouns have another form, or that a headline tells with."""
PAST = frozenset(
    "beat beats urges asks accuses calls shot sold won lost led met ate began bit blew broke came chose did drew "
    "drove fell flew forgot froze gave gets grew hid knew leads lay left rose sang saw shook "
    "spoke stole swam threw took tore went woke wore wrote makes gives takes puts files sends".split()
)
SAYING = frozenset("saying claiming arguing insisting adding noting stressing alleging complaining".split())
SUBJECTS = frozenset("he she it they we you i".split())
PRONOUNS = frozenset(
    "he she it they we you i him her them us me who whom this that these those one ones there here others both each another such "
    "same more most first last than then so not no yes".split()
)
GIVEN = frozenset(
    "provide provides provided providing supply supplies supplied supplying present presents presented presenting equip equips "
    "equipped equipping furnish furnishes furnished arm arms armed arming entrust entrusts entrusted serve serves served".split()
)
"""Verbs with which the one to whom it is given stands first: provided Ukraine with missiles."""
GREATER = frozenset(
    "more higher greater larger bigger faster longer older stronger better heavier richer earlier sooner quicker "
    "taller wider deeper warmer hotter".split()
)
LESSER = frozenset(
    "less fewer lower smaller slower shorter younger weaker worse lighter poorer later shallower narrower cooler colder".split()
)
STANDARD = frozenset("in for at of by to that those the among".split())
"""What stands between than and the one that something is compared with: higher than for men, than that of Japan."""
