"""English terms of two words put in other words, as a second translator might who has not seen the first one's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from align.lang.base.slips import Slip

OTHERS = """
software program|system apparatus|network grid|center institute|facility complex|clinic infirmary|ward unit
committee panel|panel committee|council assembly|board council|commission authority|agency bureau|bureau office|authority agency
ministry department|department division|division section|union guild|association federation|federation league|institute academy
plan blueprint|project scheme|program scheme|policy line|measure step|bill act|act statute|rule provision|agreement accord
treaty pact|pact deal|deal contract|talks consultations|summit meeting|hearing session|inquiry probe|investigation inquiry
probe investigation|trial proceeding|court tribunal|judge magistrate|prosecutor attorney|officer official|leader head|chief head
director manager|worker laborer|employee staffer|student learner|teacher instructor|nurse caregiver|resident inhabitant
tax levy|tariff duty|duty levy|fee charge|fund pool|budget outlay|subsidy grant|grant allowance|wage salary|allowance stipend
revenue proceeds|stock share|bond note|investment funding|bank lender|company firm|factory mill|plant works|store outlet
vehicle car|truck lorry|ship vessel|vessel boat|aircraft plane|airport airfield|port harbor|bridge overpass|road route
highway expressway|expressway motorway|tunnel underpass|station terminal|terminal depot|building structure|house dwelling
apartment flat|complex estate|site grounds|zone area|area district|district quarter|region province|border frontier
dam barrage|reservoir lake|beach shore|forest woodland|park gardens|museum gallery|hall auditorium|festival fair|event function
match contest|team squad|player athlete|coach trainer|league division|tournament cup|medal prize|award prize|film picture
exhibition display|device gadget|chip processor|battery cell|engine motor|satellite orbiter|missile projectile|drill maneuver
exercise maneuver|operation mission|mission task|fleet flotilla|fire blaze|crash collision|accident mishap|explosion blast
outbreak epidemic|disease illness|treatment therapy|surgery operation|medicine drug|exam test|test examination|course class
survey poll|poll survey|vote ballot|candidate contender|strike walkout|protest demonstration|rally demonstration|report paper
technology know-how|fuel energy|power electricity|waste refuse|emission discharge|fare charge|ticket pass|permit license
license permit|certificate diploma|guideline instruction|standard norm|quota allotment|ceiling cap|cap limit|limit ceiling
delay deferral|ban prohibition|bailout rescue|merger tie-up|takeover buyout|lawsuit suit|fine penalty|penalty sanction
sanction punishment|shelter refuge|warehouse depot|laboratory workshop|workshop studio|ferry boat|carrier airline|operator manager
supplier vendor|contractor builder|buyer purchaser|farm ranch|crop harvest|fishery fishing|dispute conflict|gap divide
"""
"""Head of a term|another word for it. One of two words for the same thing is no error by itself: it is where the term is fixed."""
PHRASE = re.compile(r"(?<![\w-])(?P<first>[a-z]{3,}) (?P<last>[a-z]{3,})(?![\w-])")
NO_MODIFIER = frozenset(
    """the and for its his her their our your this that these those with from into onto over under than but was were are has
    had have will would could should may might can not all any some each every both more most many much other another
    such same own new old last next first second third said who which when where what how why while after before between
    during about against per one two three four five six seven eight nine ten also only just still then them him she
    they you being been did does out off via paying
    making taking giving using having getting calling saying seeing buying selling""".split()
)
"""What stands before a noun and makes no term of it."""


def term(text: str) -> Iterator[Slip]:
    """The last word of each phrase of two words put otherwise.

    >>> [(text[a:b], new) for text in ["The control software of the delivery wards"] for (a, b), new, _ in term(text)]
    [('control software', 'control program'), ('delivery wards', 'delivery units')]
    """
    at = 0
    while match := PHRASE.search(text, at):
        at = match.start("last")
        if match["first"] not in NO_MODIFIER and (new := _other(match["last"])):
            yield Slip(match.span(), f"{match['first']} {new}")


def _other(word: str) -> str:
    """Another word for a noun, in its number; "" where none is known."""
    table = _others()
    if word in table:
        return table[word]
    one = word.removesuffix("ies") + "y" if word.endswith("ies") else word.removesuffix("s")
    other = table.get(one, "")
    if not other or one == word:
        return ""
    return (
        other
        if other.endswith("s")
        else other.removesuffix("y") + "ies"
        if other[-2:] in ("cy", "ty", "ry", "dy")
        else f"{other}s"
    )


@cache
def _others() -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in OTHERS.replace("\n", "|").strip("|").split("|"):
        word, other = pair.split()
        found[word] = other
    return found
