"""What of a text has digits and was not read whole."""

from __future__ import annotations

from datetime import date

import pytest

from align.checks.context import Knowledge, read
from align.lang import language
from align.lang.base.unread import unread
from align.model import Alignment, Bead
from tests.conftest import document

CASES = [
    ("en", "The output is 5e2.", ["5e2"]),
    ("en", "He lives in flat 12b.", ["12b"]),
    ("en", "It rose $1.2b to W1,912.8trn on Nov. 6, 2024, at 5.30pm, up 3.5%.", []),
    ("en", "COVID-19 killed 15 of the 1990s' 20th-century stars.", []),
    ("en", "Call 02-759-0000 or write to a1@example.com.", []),
    ("ko", "출력은 5e2다.", ["5e2"]),
    ("ko", "지난달 24일 오후 5시34분 3조5000억원, 12.5%, 1·4분기, 15명.", []),
    ("ja", "1兆2000億ウォンと12日、先月24日午後5時34分、3万5000人", []),
]


@pytest.mark.parametrize(("lang", "text", "expected"), CASES)
def test_unread(lang: str, text: str, expected: list[str]) -> None:
    mentions = language(lang).mentions(text, date(2024, 11, 7))
    assert [text[a:b] for a, b in unread(text, mentions)] == expected


@pytest.mark.parametrize(
    ("target", "left"),
    [("There were 300 people.", True), ("There were 3e2 people.", False), ("There were 12b people.", False)],
)
def test_nothing_is_left_over_where_something_was_not_read(target: str, left: bool) -> None:
    alignment = Alignment(document(["500명이 왔다."], "ko"), document([target]), (Bead((0,), (0,)),))
    article = read(alignment, Knowledge())
    assert bool(article.conflicts) == left
    assert not any(article.alone)
