"""English words that turn a sentence round, by what they say: closed classes, and verbs in all their forms."""

from __future__ import annotations

from collections.abc import Iterator

UP = (
    "rise/rose/risen increase surge soar swell/swelled/swollen balloon skyrocket double/doubled triple/tripled  "
    "quadruple/quadrupled multiply escalate climb jump grow/grew/grown rebound rally/rallied spike widen expand accelerate  "
    "raise boost hike heighten appreciate broaden augment enlarge"
)
"""Verbs of going or bringing up; forms that are not regular behind strokes."""
DOWN = (
    "fall/fell/fallen decrease decline plunge plummet shrink/shrank/shrunk dwindle diminish lessen drop/dropped/dropping  "
    "slip/slipped/slipping slide/slid tumble dip/dipped/dipping narrow slump nosedive halve reduce lower slash  "
    "trim/trimmed/trimming depreciate cut/cutting curtail shed/shedding"
)
UP_WORDS = "growth upturn uptick upswing higher upward upwards"
DOWN_WORDS = "reduction reductions downturn downswing lower downward downwards shrinkage"
LOOSE = (
    "climb jump grow/grew/grown rebound rally/rallied spike widen expand accelerate raise boost hike heighten appreciate  "
    "broaden fall/fell/fallen drop/dropped/dropping slip/slipped/slipping slide/slid tumble dip/dipped/dipping narrow slump  "
    "reduce lower slash trim/trimmed/trimming cut/cutting shed/shedding rise escalate decline"
)
"""Of these, verbs of people and things too: they are read where a quantity stands beside."""
QUANTITIES = (
    "price rate sale export import profit revenue output production number share stock index demand supply cost wage pay  "
    "salary tax spending budget population percent figure volume level temperature fee income deficit debt loan inflation  "
    "unemployment traffic ratio tariff duty fare toll cases death visitor passenger household rating approval vote turnout  "
    "capacity quota amount total rainfall investment consumption margin earning premium interest yield won dollar yen euro  "
    "gap target forecast estimate outlook transaction trade shipment order deal job employment birth fertility enrollment  "
    "crime accident emission ridership attendance admission gain growth speed pace limit cap benefit subsidy penalty fine  "
    "rent deposit"
)
PAIRS = {
    "stance": (
        "favor/favored favour/favoured support/supporting endorse supporter advocate | favorable proponent proponents in\\sfavou?r",
        "oppose/opposing object/objected | voted\\sagainst vote\\sagainst votes\\sagainst opponent objection objections opposed",
    ),
    "consent": (
        "approve allow permit/permitted accept grant authorize authorise pass/passed adopt ratify/ratified/ratifies | approval "
        "permission passage adoption acceptance consent authorization",
        "reject refuse ban/banned/banning prohibit forbid/forbade/forbidden disapprove veto/vetoed/vetoes | rejection "
        "refusal prohibition disapproval voted\\sdown turned\\sdown vote\\sdown turn\\sdown",
    ),
    "guilt": ("convict | guilty conviction convictions", "acquit/acquitted | innocent innocence acquittal acquittals"),
    "lawfulness": (
        "| lawful legal legally lawfully constitutional",
        "| illegal unlawful illegally unlawfully unconstitutional",
    ),
    "balance": ("| surplus surpluses", "| deficit deficits shortfall"),
    "trade": ("export | exporter exporters", "import | importer importers"),
    "size": (
        "| largest biggest highest greatest record\\shigh all-time\\shigh",
        "| smallest lowest fewest record\\slow all-time\\slow",
    ),
    "quality": (
        "improve | improvement improvements better",
        "worsen deteriorate aggravate | worse deterioration worsening",
    ),
    "force": (
        "tighten toughen strengthen reinforce | tighter tougher stricter stronger",
        "loosen relax weaken soften | looser laxer relaxation weaker",
    ),
    "outcome": ("succeed | success successful successfully", "fail | failure failures unsuccessful unsuccessfully"),
    "expectation": ("| optimistic optimism", "| pessimistic pessimism"),
    "attitude": ("| positive positively", "| negative negatively"),
    "hiring": ("hire recruit employ | hiring recruitment", "dismiss | dismissal layoff layoffs"),
    "bench": ("| ruling\\sparty ruling\\sbloc ruling\\scamp", "| opposition"),
}
"""Antonyms: verbs, and behind a bar words that stand as they are."""
LIGHT = (
    "a an the this that these those it its he him his she her they them their we us our you your i my me who whom which what  "
    "there here be is are was were been being am do does did done doing have has had having will would shall should can  "
    "could may might must ought to of in on at by for with from into onto about as than so if and or but also even ever yet  "
    "just very all any some each every such more much many most other another one ones own get gets got getting make makes  "
    "made making take takes took taken let go goes going went gone come comes came coming say says said tell told want wants  "
    "wanted wanting try tries tried trying plan plans planned planning need needs seem seems seemed able allowed expected  "
    "supposed likely sure necessarily really actually quite enough always often simply fully longer s t re ve ll d m"
)
"""Words too light to tell what a negation is of."""
PLAIN = (
    r"(?:not(?!\sonly|\sjust|\smerely|\ssimply|\sleast|\suntil|\sto\smention|\ssure|\sbut\b|\s(?:so\s)?(?:long|far)\b|\sbad\b|\sa\sfew|\salone"
    r"|\swait\b|\shelp\b|\smind\b|\sexactly|\sso\smuch|\smany\b|\smuch\b|\s(?:be|agree)\smore|\sunlike)|never|cannot)"
)
"""Negations that say no more and no less."""
HALVES = (
    r"smooth\w*|flat|stead(?:y|ily)|safe\w*|intact|silent\w*|mum|alone|quiet\w*|calm\w*|closed|clos(?:es|ing)\sdoors"
    r"|nowhere|rare\w*|scarce\w*|scant\w*|sparse\w*|brok(?:e|en)|un-\w+|wait\w*|other\sthan|besides|outside|remov\w+"
    r"|hid(?:e|es|den|ing)?|conceal\w*|defeat\w*|eliminat\w+|obscur\w+|\w+-?free|\w+-agnostic|never-\w+"
    r"|(?:recommend|advis|warn|caution|argu|decid|vot|speak|spoke)\w*\s(?:\w+\s)?against|forg[eo]t\w*|forfeit\w*|forgo\w*"
    r"|depriv\w+|costs?|costing|hardly|scarcely|barely|rarely|seldom|few|fewer|little|less|least"
    r"|(?:all|anything|nothing|none)\sbut|except|excluding|excluded?|exclusion|instead|rather|unlike|otherwise|too|yet|remain\w*"
    r"|stop\w*|halt\w*|refus\w+|reject\w*|den(?:y|ies|ied|ying|ial)|fail\w*|lack\w*|absen\w+|miss(?:ed|ing|es)?|avoid\w*"
    r"|prevent\w*|block\w*|bar(?:red|ring|s)?|ban(?:ned|ning|s)?|prohibit\w*|forbid\w*|forbad\w*|rul(?:e|es|ed|ing)\sout"
    r"|free\sof|out[\s-]of|short\sof|far\sfrom|different\w*|differ\w*|doubt\w*|ignor\w+|neglect\w*|overlook\w*|declin\w+"
    r"|withh\w+|suspend\w*|cancel\w*|scrap\w*|abandon\w*|giv\w+\sup|gave\sup|ceas\w+|quit\w*|discontinu\w+|beyond|hard(?:er|ly)?"
    r"|difficult\w*|tough|struggl\w+|wrong\w*|false\w*|poor\w*|bad(?:ly)?|worse|worst|below|under|los[et]\w*|loss\w*|lost"
    r"|skip\w*|shun\w*|elud\w+|escap\w+|evad\w+|spar(?:e|ed|ing)|resist\w*|withdr\w+|keep\w*\s(?:\w+\s){0,3}from"
    r"|kept\s(?:\w+\s){0,3}from|zero|nil|null|void|vacan\w+|empty|loath|reluctan\w+|hesita\w+|elusive|idle|blind|deaf|anonym\w+"
    r"|violat\w+|breach\w*|defy|defi(?:ed|es)|flout\w*|limit\w*|restrict\w*|exempt\w*|waiv\w+|overdue|pending|delay\w*"
    r"|postpon\w+|stall\w*|await\w*|\w+less(?:ly|ness)?|non-?\w+"
    r"|un(?!i(?!n|m)|der|til|cle|veil|fold|lock|leash|earth|rest)\w{3,}"
    r"|dis(?!trict|cuss|play|tan|trib|ease|cover|ciplin|k|patch|pute|h|aster|appoint|may|cern|clos|turb|rupt|mant|assembl|mis|pos|sid|sent)\w{4,}"
    r"|mis(?!sil|sion|ter|t\b|s\b)\w{4,}|ill|illegal\w*|ir(?:re|rat)\w*"
    r"|im(?:poss|prop(?:er|r)|perf|mat|mobil|mor|mun|prac|prec|pat)\w*"
    r"|in(?:ab|acc|acti|adeq|adm|app|cap|compat|compl|consis|correct|cur|decis|def|dir|effec|effic|elig|evit|exp|fin|flex|formal|hum|jus|sec|sens|sign|sol|stab|suff|tol|val|vis|volunt)\w*"
    r"|de(?:criminal|regul|militar|nuclear|activ|port|rail|priv|stabil)\w*|farce|atypical\w*"
)
"""Words that are half a negation: what may render one, or do without one."""


def inflected(entry: str) -> Iterator[str]:
    """The forms of a verb, with those that stand behind strokes instead of the regular past.

    >>> sorted(inflected("deny/denied"))
    ['denied', 'denies', 'deny', 'denying']
    """
    verb, *others = entry.split("/")
    yield verb
    yield from others
    y = verb.endswith("y") and verb[-2] not in "aeiou"
    yield verb[:-1] + "ies" if y else verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    if not any(other.endswith("ing") for other in others):
        double = next((other[:-2] for other in others if other.endswith("ed") and other[-3] == other[-4]), None)
        yield (double or (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb)) + "ing"
    if not any(other != verb and not other.endswith("ing") for other in others) and not verb.endswith(
        ("cut", "shed", "shut", "quit")
    ):
        yield verb[:-1] + "ied" if y else verb + ("d" if verb.endswith("e") else "ed")


def words(verbs: str, others: str = "") -> frozenset[str]:
    return frozenset([form for entry in verbs.split() for form in inflected(entry)] + others.split())


def side(entry: str) -> frozenset[str]:
    """The forms of one side of PAIRS."""
    verbs, _, others = entry.partition("|")
    return words(verbs, others)
