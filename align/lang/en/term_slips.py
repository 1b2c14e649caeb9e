"""Terms of two words or more put another way: what another translator might call the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.lang.base.slips import Slip

OTHERS = {
    word: other
    for line in """
software program|program scheme|system apparatus|network grid|room ward|ward unit|center facility|facility complex|hospital clinic|clinic infirmary
committee panel|panel council|council board|board committee|commission authority|agency bureau|bureau office|office bureau|ministry department
department ministry|party bloc|union guild|association federation|federation league|institute center|school academy|university college
plan blueprint|project undertaking|policy programme|measure step|bill act|law statute|act code|rule regulation|regulation rule|agreement accord
treaty pact|deal accord|talks negotiations|meeting gathering|summit conference|conference forum|session sitting|hearing inquiry|inquiry probe
investigation probe|probe inquiry|trial proceeding|court tribunal|judge magistrate|prosecutor attorney|prosecution attorneys|lawyer counsel
officer constable|official functionary|minister secretary|leader chief|chief head|director manager|worker laborer|employee staffer|staff personnel
student pupil|teacher instructor|doctor physician|nurse caregiver|patient case|resident inhabitant|citizen townsman|tourist visitor|visitor guest
market bazaar|price cost|rate ratio|tax levy|tariff duty|fee charge|fund pool|budget outlay|debt liability|loan credit|subsidy grant|wage salary
income earnings|profit gain|sales revenue|revenue proceeds|share stake|stock equity|bond note|investment spending|investor financier|bank lender
company firm|firm enterprise|factory mill|plant works|mill factory|store outlet|shop boutique|product item|vehicle automobile|car automobile
truck lorry|van minibus|bus coach|train railcar|ship vessel|vessel boat|plane aircraft|aircraft airplane|airport airfield|port harbor|bridge overpass
road route|highway motorway|expressway motorway|tunnel underpass|station depot|line track|building edifice|house dwelling|home residence
apartment flat|complex estate|site location|area zone|zone district|district quarter|region territory|border frontier|village hamlet|town borough
river stream|dam barrage|lake reservoir|beach shore|coast seaboard|forest woodland|mountain hill|park garden|museum gallery|gallery hall|hall auditorium
festival fair|event function|ceremony rite|game match|match contest|race contest|team squad|squad side|player athlete|coach trainer|league division
season campaign|tournament cup|championship tournament|title crown|medal prize|award prize|prize award|film movie|movie picture|drama series|song tune
album record|concert performance|show performance|exhibition display|stage platform|screen display|camera lens|phone handset|device gadget|chip processor
battery cell|engine motor|rocket launcher|satellite orbiter|missile projectile|weapon armament|drill maneuver|exercise maneuver|operation mission
mission task|force army|army troops|navy fleet|fleet flotilla|submarine sub|destroyer warship|soldier trooper|commander captain|police constabulary
fire blaze|crash collision|accident mishap|explosion blast|flood deluge|storm tempest|typhoon cyclone|rain downpour|snow sleet|wind gale|wave surge
earthquake tremor|outbreak epidemic|virus germ|vaccine shot|disease illness|infection contagion|treatment therapy|surgery operation|drug medicine
medicine remedy|test exam|exam test|score mark|grade class|class tier|level tier|course track|lesson class|study survey|survey poll|poll ballot
election vote|vote ballot|candidate contender|campaign drive|voter elector|lawmaker legislator|assembly parliament|parliament legislature
president chairman|government administration|administration executive|state nation|nation state|strike walkout|protest rally|rally demonstration
demonstration march|statement communique|report paper|document file|record log|data figures|information intelligence|technology know-how|energy power
power electricity|gas fuel|oil petroleum|coal charcoal|water moisture|food nourishment|meal dinner|rice grain|crop harvest|farm ranch|farmer grower
fish seafood|animal beast|dog hound|bird fowl|tree wood|waste refuse|emission discharge|pollution contamination|climate weather|temperature heat
control surveillance|delivery birthing|emergency urgent|medical health|health wellness|safety security|security safety|labor work|trade commerce
industry manufacturing|finance monetary|financial monetary|economic fiscal|foreign external|defense military|military armed|nuclear atomic|public civic
national state|local municipal|regional provincial|special extraordinary|joint combined|rescue salvage|relief aid|aid relief|support assistance
top first|high upper|main principal|basic fundamental|housing residential|real-estate property|education schooling|training drill|research scientific
science scholarly|cultural arts|art crafts|music sound|sports athletic|travel journey|tourism sightseeing|transport transit|traffic road|rail railway
marine maritime|maritime seafaring|air aerial|space cosmic|electric battery-powered|digital electronic|electronic digital|online internet|internet web
mobile cellular|smart intelligent|artificial synthetic|social societal|family household|household domestic|child infant|youth juvenile|elderly senior
women's female|welfare benefits|pension annuity|insurance coverage|retirement superannuation|minimum lowest|annual yearly|monthly per-month|weekly per-week
daily everyday|interest borrowing|exchange conversion|currency money|consumer shopper|customer client|supply provision|demand appetite|export outbound
import inbound|growth expansion|development advancement|construction building|production output|management administration|maintenance upkeep
""".split("\n")
    for pair in line.split("|")
    if pair
    for word, other in [pair.split()]
}  # fmt: skip
"""A noun or its modifier -> another word for it, which no editor would take for the same term."""
PHRASE = re.compile(r"(?<![\w-])([a-z]{3,}) ([a-z]{3,})(?![\w-])", re.IGNORECASE)


def other(phrase: str) -> str:
    """The phrase with each word that has another one changed; "" where its last word has none.

    >>> other("control software"), other("delivery rooms"), other("red room")
    ('surveillance program', 'birthing wards', 'red ward')
    """
    *before, last = phrase.split()
    new = _word(last)
    return " ".join([*(_word(w) or w for w in before), new]) if new else ""


def _word(word: str) -> str:
    low = word.lower()
    plural = low not in OTHERS and low.endswith("s") and low[:-1] in OTHERS
    found = OTHERS.get(low[:-1] if plural else low, "")
    if not found:
        return ""
    found += "s" if plural and not found.endswith("s") else ""
    return found.capitalize() if word[0].isupper() else found


def terms(text: str) -> Iterator[Slip]:
    """Another rendering of each phrase of two words."""
    at = 0
    while match := PHRASE.search(text, at):
        at = match.start(2)
        if new := other(match[0]):
            yield Slip(match.span(), new)
