"""English names of days: Lunar New Year, Chuseok, Christmas."""

from __future__ import annotations

NAMES = {
    "new year's day": "new-year",
    "new year's eve": "new-year-eve",
    "lunar new year": "seollal",
    "seollal": "seollal",
    "chuseok": "chuseok",
    "buddha's birthday": "buddha",
    "independence movement day": "independence-movement",
    "march 1st movement day": "independence-movement",
    "children's day": "children",
    "parents' day": "parents",
    "memorial day": "memorial",
    "constitution day": "constitution",
    "liberation day": "liberation",
    "armed forces day": "armed-forces",
    "national foundation day": "foundation",
    "hangeul day": "hangul",
    "hangul day": "hangul",
    "christmas eve": "christmas-eve",
    "christmas": "christmas",
    "easter": "easter",
    "halloween": "halloween",
    "valentine's day": "valentine",
    "day of the sun": "sun",
    "day of the shining star": "shining-star",
    "may day": "labour",
    "labor day": "labour",
    "workers' day": "labour",
}
"""Name, lower case, with a straight apostrophe -> the holiday of seeds/base/holidays.tsv."""
UNSURE = frozenset(
    ("memorial day", "labor day", "constitution day", "armed forces day", "parents' day", "children's day")
)
"""Names that other countries give to other days: a holiday, but of no known day."""
THINGS = (
    r"(?!['’]?s?\s(?:trees?|cards?|carols?|gifts?|presents?|cakes?|markets?|part(?:y|ies)|seals?|specials?|movies?|songs?|eggs?|island|shopping|"
    r"bonus|bonuses|pardons?|speech|address|decorations?|lights|Islands?|costumes?|Sunday|Monday)\b)"
)
"""What makes the name part of a thing's."""
HOLIDAY = (
    r"(?P<holiday>"
    + "|".join(sorted(NAMES, key=len, reverse=True)).replace("'", "['’]").replace(" ", r"\s")
    + r")(?:\sDay)?(?P<long>\sholidays?)?\b"
    + THINGS
)


def holiday(name: str) -> str:
    """The holiday of that name, "unsure" where it is one of several."""
    name = name.lower().replace("’", "'")
    return "unsure" if name in UNSURE else NAMES[name]
