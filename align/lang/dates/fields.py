"""Pieces of a date (지난달, 24일, Wednesday, of last year) put together.

A language cuts its pieces out of the text; what may stand together is the same for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

ALLOWED = frozenset(
    "".join(sorted(letters)) for letters in (
        "y ym ymd ymdw m md mdw d dw w kw k e ke yq q c x xw xd o od ow ov v yv dv mdv kd "
        "sm sd sw smd smdw sdw se sq sv sk py pm pym pymd pc pw pd pmd pmdw pdw pkw pk pe psm psw psd px po pq pyq ymv mn ymn mns dkw"
    ).split()
)  # fmt: skip
"""What may stand together: y(ear) m(onth) d(ay) w(eekday), k a week, e a weekend, q a quarter or half, c a decade or century,
x a day from publication, o a day from an earlier one, v a holiday, n the nth weekday or day of a month, p a part, s next or last."""


class Fields(NamedTuple):
    """What a piece of a date says. Those ending in s count from the publication date: months=-1 is last month."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    years: int | None = None
    months: int | None = None
    weeks: int | None = None
    days: int | None = None
    offset: int | None = None
    """Days from an earlier day of the text."""
    grain: str = ""
    """quarter, half, decade, century, weekend, nth, or the `ago` of one: "~year"; "" where the fields tell."""
    number: int | None = None
    """Which quarter or half (None counts from now by `months`), the first year of a decade or century, which weekday of the month
    (-1 the last), how many years ago (-2).
    """
    away: int | None = None
    """The same, wherever it is counted from: how many weeks before a day of the story."""
    holiday: str = ""
    sense: str = ""
    """past, future; last and next where the one after may be meant; this."""
    part: str = ""
    approx: bool = False
    local: bool = False
    lean: str = ""
    """"year" or "month" where `years` or `months` count from an earlier date of the text: 翌年, 同月."""
    end: Fields | None = None
    """What a range ends with."""


def letters(fields: Fields) -> str:
    """The letters of ALLOWED for what `fields` say, sorted."""
    unit = fields.grain in ("quarter", "half")
    found = "c" if fields.grain in ("decade", "century") else ""
    if fields.day is not None:
        found += "d"
    if fields.grain == "weekend":
        found += "e"
    if fields.weeks is not None:
        found += "k"
    if not unit and (fields.month is not None or fields.months is not None):
        found += "m"
    if fields.grain == "nth":
        found += "n"
    if fields.offset is not None or fields.grain[:1] == "~":
        found += "o"
    if fields.part:
        found += "p"
    if unit:
        found += "q"
    if fields.sense:
        found += "s"
    if fields.holiday:
        found += "v"
    if fields.weekday is not None and fields.grain != "nth":
        found += "w"
    if fields.days is not None:
        found += "x"
    return found + "y" if fields.year is not None or fields.years is not None else found


class Piece(NamedTuple):
    """A piece at `[start, end)`."""

    start: int
    end: int
    fields: Fields


def merged(a: Fields, b: Fields) -> Fields | None:
    """The two in one, None where they clash or say nothing together."""
    left, right = letters(a), letters(b)
    if set(left) & set(right) or (a.end and set(right) & {*"dw"}):
        return None
    if left + right and "".join(sorted(left + right)) not in ALLOWED and not {*left, *right} <= {*"sp"}:
        return None
    if (a.months is not None and b.years is not None) or (a.years is not None and b.months is not None):
        return None
    joined = Fields._make(
        theirs if mine is None or mine is False or mine == "" else mine for mine, theirs in zip(a, b, strict=True)
    )
    if not a.end or joined.end is None or (b.year is None and b.years is None):
        return joined
    turned = int((a.month or 0) > (a.end.month or 12))  # November to February 2017 began the year before
    end = a.end if a.end.month is None else a.end._replace(year=b.year, years=b.years)
    return joined._replace(
        year=None if b.year is None else b.year - turned,
        years=None if b.years is None else b.years - turned,
        end=end,
    )


def groups(pieces: Iterable[Piece], text: str, glue: re.Pattern[str], ranks: Mapping[str, int]) -> Iterator[Piece]:
    """The dates that neighbouring pieces make, left to right; `glue` is what may stand between two of them.

    A letter follows none of a higher rank (1 where `ranks` has none): 지난해 11월, never 11월 지난해.
    """
    current: Piece | None = None
    held = ""
    for piece in pieces:
        said = letters(piece.fields)
        if current:
            rising = max((ranks.get(x, 1) for x in held), default=0) <= min((ranks.get(x, 1) for x in said), default=9)
            near = rising and glue.fullmatch(text, current.end, piece.start)
            if near and "," in near[0] and (_relative(current.fields) or _relative(piece.fields)):
                near = None  # only what is written in full goes on: Wednesday, Nov. 6, 2024
            if near and (joined := merged(current.fields, piece.fields)):
                current, held = Piece(current.start, piece.end, joined), letters(joined)
                continue
            if held in ALLOWED:
                yield current
        current, held = piece, said
    if current and held in ALLOWED:
        yield current


def _relative(fields: Fields) -> bool:
    return any(x is not None for x in (fields.years, fields.months, fields.weeks)) or bool(fields.part or fields.sense)


def ranges(
    dates: Iterable[Piece], text: str, mark: re.Pattern[str], between: tuple[str, str] = ("", "")
) -> Iterator[Piece]:
    """Two dates with a range's mark between them made one, where they end in the same unit.

    `between`: words that make a range only together, one before the first date and one after it.
    """
    current: Piece | None = None
    for piece in dates:
        if (
            current
            and not current.fields.end
            and not piece.fields.end
            and (unit(current.fields) == unit(piece.fields) != "")
            and not piece.fields.part
            and (
                mark.fullmatch(text, current.end, piece.start)
                or (between[1] == text[current.end : piece.start] != "" and text.endswith(between[0], 0, current.start))
            )
        ):
            current = Piece(
                current.start,
                piece.end,
                current.fields._replace(end=piece.fields, local=current.fields.local or piece.fields.local),
            )
            continue
        if current:
            yield current
        current = piece
    if current:
        yield current


def unit(fields: Fields) -> str:
    """The unit that a date is one of, "" for one that leans on the text."""
    if fields.offset is not None and fields.day is None:
        return ""
    if fields.grain:
        return "day" if fields.grain in ("weekend", "nth") else fields.grain.lstrip("~")
    if fields.holiday or fields.days is not None or fields.day is not None or fields.weekday is not None:
        return "day"
    if fields.weeks is not None:
        return "week"
    return "month" if fields.month is not None or fields.months is not None else "year"
