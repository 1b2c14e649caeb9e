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
        "favor/favored favour/favoured support/supporting endorse supporter advocate | favorable proponent in_favor in_favour",
        "oppose/opposing object/objected | voted_against vote_against votes_against opponent opponents objection objections opposed",
    ),
    "consent": (
        "approve allow permit/permitted accept agree/agreed grant authorize authorise pass/passed adopt ratify/ratified/ratifies | "
        "approval permission passage adoption acceptance consent authorization",
        "reject refuse ban/banned/banning prohibit forbid/forbade/forbidden disapprove veto/vetoed/vetoes | rejection "
        "refusal prohibition disapproval voted_down turned_down vote_down turn_down",
    ),
    "guilt": ("convict | guilty conviction convictions", "acquit/acquitted | innocent innocence acquittal acquittals"),
    "lawfulness": (
        "| lawful legal legally lawfully constitutional",
        "| illegal unlawful illegally unlawfully unconstitutional",
    ),
    "balance": ("| surplus surpluses", "| deficit deficits shortfall"),
    "trade": ("export | exporter exporters", "import | importer importers"),
    "size": (
        "| largest biggest highest greatest record_high all-time_high",
        "| smallest lowest fewest record_low all-time_low",
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
    "bench": ("| ruling_party ruling_bloc ruling_camp", "| opposition"),
    "restriction": (
        "impose levy/levied introduce enforce | imposition",
        "lift abolish scrap/scrapped/scrapping repeal | removal",
    ),
    "confession": ("admit/admitted/admitting acknowledge confess concede | admission", "deny/denied refute | denial"),
    "date": (
        "| bring_forward brought_forward move_up moved_up moving_up",
        "postpone delay | put_off pushed_back push_back",
    ),
    "time": (
        "| earlier_than sooner_than ahead_of_schedule early",
        "| later_than behind_schedule late belatedly",
    ),
    "activity": ("resume restart reopen | resumption", "suspend halt | suspension"),
    "level": (
        "exceed surpass outpace | above_the well_above far_above just_above above_its",
        "| below_the well_below far_below just_below below_its short_of",
    ),
    "result": ("| operating_profit net_profit net_income", "| operating_loss net_loss"),
    "office": (
        "appoint inaugurate | appointment inauguration took_office",
        "dismiss sack resign | dismissal resignation stepped_down",
    ),
    "membership": ("join rejoin return | accession", "quit/quitting withdraw/withdrew/withdrawn | withdrawal"),
    "custody": ("arrest detain imprison jail | detention custody", "release free | acquitted"),
    "length": ("extend lengthen prolong | extension", "shorten"),
    "work": (
        "| groundbreaking broke_ground break_ground start_of_construction began_construction begin_construction",
        "complete | completion",
    ),
    "possibility": ("| possible feasible", "| impossible infeasible"),
    "pay": ("| paid", "| free unpaid"),
    "court": ("| plaintiff plaintiffs perpetrator perpetrators", "| defendant defendants victim victims"),
    "north": ("| northern north_of north_side", "| southern south_of south_side"),
    "east": ("| eastern east_of east_side", "| western west_of west_side"),
    "hand": ("| left-handed left_hand left_foot left-footed", "| right-handed right_hand right_foot right-footed"),
    "wing": ("| liberal liberals progressive progressives", "| conservative conservatives"),
    "market": ("| net_buyers net_buyer net_buying net_bought", "| net_sellers net_seller net_selling net_sold"),
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
HALF_WORDS = (
    "flat intact mum alone closed nowhere besides outside costing hardly scarcely barely rarely seldom few fewer little less  "
    "least except excluding exclusion instead rather unlike otherwise too yet beyond tough worse worst below under lost zero  "
    "pending nil null void empty loath elusive idle blind deaf defy overdue pending ill farce"
)
PARTICLES = "down out off away aside back up"
TURNED_AWAY = (
    "turn vote wave brush shoot/shot call put/putting rule leave/left hold/held shut/shutting keep/kept cut/cutting pull walk "
    "back drop/dropped step strike/struck push set/setting cast/casting throw/threw sweep/swept lay/laid sit/sat opt/opted "
    "shrug/shrugged knock break/broke give/gave"
)
"""Verbs that with a particle close behind are half a negation: turned it down, ruled that out, walked away."""
HALF_BEGINNINGS = (
    "smooth safe silent quiet calm rare scarce scant sparse wait remov conceal defeat eliminat obscur forfeit forgo depriv  "
    "remain stop halt refus reject fail lack absen avoid prevent block prohibit forbid forbad different differ doubt ignor  "
    "neglect overlook declin withh suspend cancel scrap abandon ceas quit discontinu difficult struggl wrong false poor loss  "
    "skip shun elud escap evad resist withdr vacan reluctan hesita anonym violat breach flout limit restrict exempt waiv  "
    "delay postpon stall await illegal atypical"
)
HALVES = (
    r"(?:before|until|till)\s(?:\w+ing|he|she|it|they|we|(?:(?!and\b|or\b|but\b)\w+\s){1,3}\w+(?:s|ed))"
    r"|stead(?:y|ily)|clos(?:es|ing)\sdoors|brok(?:e|en)|un-\w+|other\sthan|hid(?:e|es|den|ing)?|\w+-?free|\w+-agnostic"
    r"|never-\w+|(?:recommend|advis|warn|caution|argu|decid|vot|speak|spoke)\w*\s(?:\w+\s)?against|forg[eo]t\w*|costs?"
    r"|(?:all|anything|nothing|none)\sbut|excluded?|den(?:y|ies|ied|ying|ial)|miss(?:ed|ing|es)?|bar(?:red|ring|s)?"
    r"|ban(?:ned|ning|s)?|free\sof|out[\s-]of|short\sof|far\sfrom|hard(?:er|ly)?"
    r"|bad(?:ly)?|los[et]\w*|spar(?:e|ed|ing)|keep\w*\s(?:\w+\s){0,3}from|kept\s(?:\w+\s){0,3}from|defi(?:ed|es)"
    r"|(?!unless)\w+less(?:ly|ness)?|non-?\w+|un(?!less|i(?!n|m)|der|til|cle|veil|fold|lock|leash|earth|rest)\w{3,}"
    r"|dis(?!trict|cuss|play|tan|trib|ease|cover|ciplin|k|patch|pute|h|aster|appoint|may|cern|clos|turb|rupt|mant|assembl|mis|pos|sid|sent)\w{4,}"
    r"|mis(?!sil|sion|ter|t\b|s\b)\w{4,}|ir(?:re|rat)\w*|im(?:poss|prop(?:er|r)|perf|mat|mobil|mor|mun|prac|prec|pat)\w*"
    r"|in(?:ab|acc|acti|adeq|adm|app|cap|compat|compl|consis|correct|cur|decis|def|dir|effec|effic|elig|evit|exp|fin|flex|formal|hum|jus|sec|sens|sign|sol|stab|suff|tol|val|vis|volunt)\w*"
    r"|de(?:criminal|regul|militar|nuclear|activ|port|rail|priv|stabil)\w*"
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
