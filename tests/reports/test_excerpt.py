"""Words in their line: never too wide, always there, nothing of another line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.reports.excerpt import excerpt
from align.reports.width import cells, head, plain, tail, wrapped
from tests.reports.sample import TEXT

WORD = "오슬로"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("오슬로", ("", "오슬로", "")),
        ("  장관이 오슬로로 갔다", ("장관이 ", "오슬로", "로 갔다")),
        ("앞줄\n장관이 오슬로를\n뒷줄", ("장관이 ", "오슬로", "를")),
        ("가나다라 마바사아 자차카타 오슬로", ("…자차카타 ", "오슬로", "")),
        ("오슬로에서 가나다라 마바사아 자차카타", ("", "오슬로", "에서 가나다라…")),
        ("가나다라마바사아자차카타파하오슬로에서 나나나나나", ("…타파하", "오슬로", "에서…")),
    ],
)
def test_excerpts(line: str, wanted: tuple[str, str, str]) -> None:
    start = line.index(WORD)
    assert excerpt(line, start, start + len(WORD), 20) == wanted


def test_long_words_are_cut_at_the_end() -> None:
    assert excerpt("가" * 50, 10, 40, 20) == ("", "가" * 9 + "…", "")


def test_a_span_over_two_lines_is_one() -> None:
    assert excerpt("a b\nc d", 2, 5, 20) == ("a ", "b c", " d")


@given(TEXT, st.data(), st.integers(20, 80))
def test_no_wider_than_asked(text: str, data: st.DataObject, width: int) -> None:
    text *= data.draw(st.integers(1, 5))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, words, after = excerpt(text, start, end, width)
    assert cells(before + words + after) <= width
    assert (before + words + after).splitlines() in ([], [before + words + after])
    assert words == plain(text[start:end]) or words.endswith("…")
    assert plain(text[:start]).endswith(before.removeprefix("…"))
    assert plain(text[end:]).startswith(after.removesuffix("…"))


@given(TEXT)
def test_plain_keeps_offsets_and_obeys_nothing(text: str) -> None:
    shown = plain(text)
    assert len(shown) == len(text)
    assert len(shown.splitlines()) <= 1
    assert "\x1b" not in shown
    assert "\u202e" not in shown


@given(TEXT, st.integers(0, 30))
def test_head_and_tail(text: str, width: int) -> None:
    assert cells(head(text, width)) <= width
    assert cells(tail(text, width)) <= width
    assert text.startswith(head(text, width))
    assert text.endswith(tail(text, width))


@given(
    st.lists(st.text("가b", min_size=1, max_size=9), max_size=9).map(" ".join), st.integers(2, 20), st.integers(0, 25)
)
def test_a_first_line_with_less_room(text: str, width: int, taken: int) -> None:
    first, *rest = wrapped(text, width, taken)
    assert cells(first) <= max(width - taken, 0)
    assert all(cells(line) <= width for line in rest)
    assert "".join([first, *rest]).replace(" ", "") == text.replace(" ", "")
