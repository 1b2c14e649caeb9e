"""Every notation of a value in one language agrees with every notation of it in the other; every minimal slip of it disagrees."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from align.lang import language
from align.model import Mention
from align.values import COMPATIBLE, CONFLICT, EQUAL, Clock, Code, Quantity, When, calendars, codes, quantities
from tests.lang import code_notations, notations
from tests.lang.notations import PUBLISHED, Fact

FAMILIES = (*notations.FAMILIES, *code_notations.FAMILIES)
FRAMES = notations.FRAMES | code_notations.FRAMES


def read(lang: str, text: str, family: str) -> Quantity | When | Clock | Code:
    """The one value that stands in the family's sentence; numbers that are part of a date or code are not told apart from it."""
    said = FRAMES[family][lang == "en"].format(text)
    found = [mention for mention in language(lang).mentions(said, PUBLISHED) if mention.value is not None]
    dated = [mention for mention in found if mention.kind in ("date", "time", "code")]
    alone = [m for m in found if m in dated or not any(d.start <= m.start < d.end for d in dated)]
    assert len(alone) == 1, (said, [m.text for m in alone])
    assert alone[0].value is not None
    return alone[0].value


def verdict(a: object, b: object) -> str:
    assert type(a) is type(b), (a, b)
    if isinstance(a, When) and isinstance(b, When):
        return calendars.agree(a, b)
    if isinstance(a, Clock) and isinstance(b, Clock):
        return calendars.agree_clock(a, b)
    if isinstance(a, Code) and isinstance(b, Code):
        return codes.agree(a, b)
    assert isinstance(a, Quantity)
    assert isinstance(b, Quantity)
    return quantities.agree(a, b)


def wrong(fact: Fact) -> Iterator[str]:
    """What is not as it should be, a line each."""
    source = {text: read("ko", text, fact.family) for text in fact.source}
    target = {text: read("en", text, fact.family) for text in {*fact.target, *fact.slips}}
    for ours, value in source.items():
        for theirs, other in target.items():
            told = verdict(value, other)
            if theirs in fact.target and told not in (EQUAL, COMPATIBLE):
                yield f"{ours} and {theirs}: {told}"
            elif theirs not in fact.target and told != CONFLICT:
                yield f"{ours} is not {theirs}: {told}"


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_every_notation(family: Callable[[], Iterator[Fact]]) -> None:
    facts = list(family())
    assert facts
    assert [line for fact in facts for line in wrong(fact)] == []


def test_how_many() -> None:
    rows = sum(len(fact.source) * len({*fact.target, *fact.slips}) for family in FAMILIES for fact in family())
    assert rows > 20_000


QUIET = [
    ("en", "flat 12b", "12"), ("en", "a B-1b bomber", "1"), ("en", "W3C", "3"), ("en", "a W2 form", "2 million"),
    ("en", "850m of rope", "million"), ("ko", "3시즌", "time"), ("ko", "5시간", "time"), ("en", "in his office", "30"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "never"), QUIET)
def test_what_is_no_such_value(lang: str, text: str, never: str) -> None:
    mentions: tuple[Mention, ...] = language(lang).mentions(text, PUBLISHED)
    assert not [m for m in mentions if m.kind == never]
    for mention in mentions:
        if isinstance(mention.value, Quantity):
            assert mention.value.unit != "KRW"
            assert (mention.value.point or 0) < 10**6 or never != "million"
