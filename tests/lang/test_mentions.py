"""Mentions: the table of cases, true offsets, and the same keys in two languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.lang import language
from tests.conftest import cases

PIECES = st.lists(
    st.sampled_from(
        ["3조5000억", " ", "원", "지난달 24일", "열두 명", "1,234.5", "Nov. 6", "two-thirds", "$1.5 billion", "F-15", "a@b.co", "https://a.b/c", "수요일",
         "5분의 1", ".", ",", "년", "월", "일", "12", "NATO", "만", "６"]
    ), max_size=10,
).map("".join)  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "kind", "key", "published"), cases("mentions"))
def test_first_key(lang: str, text: str, kind: str, key: str, published: str) -> None:
    day = date.fromisoformat(published) if published else None
    found = [m.keys[0] for m in language(lang).mentions(text, day) if m.kind == kind]
    assert (found[0] if found else "") == key


@given(PIECES, st.sampled_from(["ko", "en", "is"]), st.sampled_from([None, date(2024, 11, 7)]))
def test_offsets_point_at_their_text(text: str, lang: str, published: date | None) -> None:
    for mention in language(lang).mentions(text, published):
        assert text[mention.start : mention.end] == mention.text != ""
        assert mention.keys or mention.value is not None
        assert all(" " not in key for key in mention.keys)


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("15억 달러", "$1.5 billion"), ("30%", "30 percent"), ("3만5000명", "35,000 people"), ("열두 명", "a dozen"), ("절반", "half"),
        ("3분의 2", "two-thirds"), ("2024년", "2024"), ("두 배", "doubled"), ("사흘", "three days"), ("11월 6일", "Nov. 6"), ("6일", "the 6th"),
        ("수요일", "Wednesday"), ("제3차", "third"), ("NATO", "NATO"),
    ],
)  # fmt: skip
def test_the_same_fact_shares_a_key(korean: str, english: str) -> None:
    ours = {key for m in language("ko").mentions(korean) for key in m.keys}
    theirs = {key for m in language("en").mentions(english) for key in m.keys}
    assert ours & theirs


@pytest.mark.parametrize(
    ("korean", "english"),
    [("15억 달러", "$15 billion"), ("6일", "the 7th"), ("30%", "31 percent"), ("수요일", "Thursday")],
)
def test_another_fact_does_not(korean: str, english: str) -> None:
    ours = {key for m in language("ko").mentions(korean) for key in m.keys}
    theirs = {key for m in language("en").mentions(english) for key in m.keys}
    assert not ours & theirs
