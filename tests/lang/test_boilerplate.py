"""What a line of a kind has is looked for first: a line that a pattern matches has one of its signs."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.lang import parts
from align.lang.base.boilerplate import LATIN, _compiled, _furniture, kinds

CASES = [
    ("(END)", {"end"}),
    ("Photo: Hanbit", {"caption"}),
    ("[사진] 배가 떠나고 있다.", {"caption"}),
    ("ⓒ 한빛통신, 무단 전재-재배포 금지", {"rights"}),
    ("SEOUL — The ship left.", {"dateline"}),
    ("Read more: a ship left", {"notice"}),
    ("자료=한빛통신", {"source"}),
    ("写真：ハンビット", {"caption"}),
    ("The ship left for a far island on Monday.", set()),
    ("배가 월요일에 먼 섬으로 떠났다.", set()),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_kinds(text: str, expected: set[str]) -> None:
    assert kinds(text) == expected


def signed() -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    return (row for row in _furniture() if row[3] != ("",))


@settings(max_examples=40, deadline=None)
@given(st.data())
@pytest.mark.parametrize("row", [pytest.param(row, id=f"{k} {row[0]}") for k, row in enumerate(signed())])
def test_what_a_pattern_matches_has_a_sign(row: tuple[str, str, str, tuple[str, ...]], data: st.DataObject) -> None:
    kind, pattern, tried, signs = row
    match = _compiled(pattern, tried).search(data.draw(st.from_regex(_compiled(pattern, tried))))
    assert match is not None
    assert any(sign in match[0].casefold() for sign in signs), (kind, match[0])


def test_signs_are_small_and_of_a_kind() -> None:
    for part in parts("boilerplate"):
        found = getattr(part, "SIGNS", {})
        assert found.keys() <= part.FURNITURE.keys()
        assert all(sign and sign == sign.casefold() for signs in found.values() for sign in signs)


def test_every_pattern_without_signs_is_the_same(corpus: list[str]) -> None:
    for text in corpus:
        edges = (text,) if len(text) <= 120 else (text[:60], text[-60:])
        plain, latin = text.isascii(), LATIN.search(text) is not None
        expected = {
            kind
            for kind, pattern, tried, _ in _furniture()
            if not ((plain and tried == "wide") or (not latin and tried == "latin"))
            and any(map(_compiled(pattern, tried).search, edges))
        }
        assert kinds(text) == expected, text


@pytest.fixture
def corpus() -> list[str]:
    from pathlib import Path

    news = Path(__file__).parents[2] / "corpora" / "news"
    return [line for path in sorted(news.glob("*/*.seg")) for line in path.read_text(encoding="utf-8").splitlines()]
