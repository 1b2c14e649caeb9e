"""How English writes names: small words within them, days of the week and months beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.lang.base.names import heard
from align.lang.base.names.spelling import Spelling, run
from align.lang.en.tokens import stem

DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
JOINTS = "of|for|and|the|on"
JOINING = frozenset("of for and the in on".split())
SMALL = JOINING | frozenset("de no st nd rd th".split())


LANGUAGES = frozenset(
    "Arabic Chinese Czech Danish Dutch English Finnish French German Greek Hungarian Indonesian Italian Japanese Korean "
    "Mongolian Norwegian Polish Portuguese Russian Spanish Swedish Thai Turkish Ukrainian Vietnamese".split()
)
"""Adjectives of countries that are languages too."""
SPOKEN = re.compile(
    r"[\s-](?:language|languages|speaking|speaker|speakers|subtitles?|translations?|versions?|teachers?|class|classes|lessons?|"
    r"tests?|exams?|proficiency|dub|lyrics|alphabet|grammar)\b"
)
"""What follows a language and no country."""
ALONE = re.compile(r"\s*(?:[,.;:!?)\]\"'”’“‘—–]|$)|\s(?:and|or|as|for|is|was|to|with|on|at)\s")
"""What follows a word that no noun stands behind, which is a language then, or a people behind "the"."""
LISTED = re.compile(r"(?:,\s|,?\s(?:and|or)\s)(\w+)")
PEOPLE = re.compile(r"\b(?:the|many|some|most|all|few|young|other|fellow|both|a|an|\d)\s$", re.IGNORECASE)


COMPOUND = re.compile(
    r"-(?:affiliated|aligned|allied|appointed|area|backed|based|born|bound|branded|built|century|controlled|designed|developed|"
    r"dominated|educated|era|flagged|focused|founded|funded|grown|headquartered|held|hosted|initiated|invested|issued|led|like|"
    r"linked|listed|made|managed|mediated|native|occupied|only|operated|ordered|organized|originated|owned|produced|proposed|"
    r"registered|related|ruled|run|sponsored|style|supplied|supported|themed|trained|type|wide)$"
)
"""What follows a name in a compound: Busan-bound."""
TITLES = frozenset(
    (
        "Adm Admiral Ambassador Archbishop Attorney Bishop Brig Capt Captain Cardinal CEO Chair Chairman Chairperson Chairwoman "
        "Chancellor Chief Coach Col Colonel Commander Commissioner Congressman Congresswoman Councilor Director Doctor Dr Envoy "
        "Executive Gen General Gov Governor Inspector Judge Justice Lady Lawmaker Leader Lieutenant Lord Lt Maj Major Manager "
        "Mayor Minister Mr Mrs Ms Officer Pastor Pope Premier President Prince Princess Principal Prof Professor Prosecutor "
        "Rep Representative Secretary Sen Senator Sgt Sir Speaker Spokesman Spokesperson Spokeswoman Superintendent"
    ).split()
)
"""What stands before a person's name, points off."""
OFFICES = (
    (re.compile(r"(.*) Ministry"), (r"\1 Minister", r"\1 Vice Minister")),
    (re.compile(r"Ministry of (.*)"), (r"Minister of \1", r"Vice Minister of \1")),
    (re.compile(r"(.*) Department"), (r"\1 Secretary",)),
    (re.compile(r"Department of (.*)"), (r"Secretary of \1", r"\1 Secretary")),
    (re.compile(r"Treasury"), (r"Treasury Secretary",)),
)  # fmt: skip
"""Bodies, and how those are called who hold them."""


class English(Spelling):
    """Names in English."""

    run = run(rf"{JOINTS}(?! (?:{DAYS}))", r"(?:No\. \d+ |\d+(?:st|nd|rd|th) )?")
    joint = re.compile(rf"(?: (?:{JOINTS}))+ ")
    article = "The "
    joining = JOINING
    small = SMALL
    untitled = SMALL | frozenset("a an to with".split())
    compound = COMPOUND
    offices = frozenset("minister secretary".split())
    calendar = re.compile(DAYS, re.IGNORECASE)

    def is_language(self, text: str, start: int, end: int) -> bool:
        """English, in English or English-speaking; but no English town, and not the English."""
        if text[start:end].split("-")[0] not in LANGUAGES:
            return False
        end = start + len(text[start:end].split("-")[0])
        if (listed := LISTED.match(text, end)) and listed[1] in LANGUAGES:  # Japanese and Chinese officials
            return self.is_language(text, *listed.span(1))
        return bool(
            SPOKEN.match(text, end) or (ALONE.match(text, end) and not PEOPLE.search(text, max(0, start - 9), start))
        )

    def is_title(self, word: str) -> bool:
        """Chair, Gov."""
        return word.rstrip(".") in TITLES

    def heads(self, form: str) -> Iterator[str]:
        """Ministers and secretaries."""
        return (match.expand(title) for body, titles in OFFICES if (match := body.fullmatch(form)) for title in titles)

    def stem(self, word: str) -> str:
        """As the lexicons have it, without regular endings."""
        return stem(word)


def spelt() -> Spelling:
    """How English writes names."""
    return English()


__all__ = ["heard", "spelt"]
