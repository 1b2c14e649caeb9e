"""Errors planted by machine: what is changed and what is left alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.evaluation.edits import Span
from align.evaluation.gold import Gold, load
from align.evaluation.mutations import facts, people, quiet, spellings, words
from align.evaluation.mutations.plant import ERRORS, QUIET, changes
from tests.conftest import ROOT

NEWS = ROOT / "corpora" / "news"
Edits = Callable[[str], Iterable[tuple[Span, str]]]


def after(edits: Edits, text: str) -> set[str]:
    return {text[: span[0]] + new + text[span[1] :] for span, new in edits(text)}


@pytest.mark.parametrize(
    ("edits", "text"),
    [
        (words.day, "on Sunday at 5:30 p.m."),
        (words.day, "in March 2024"),
        (words.month, "he may march in place"),
        (words.weekday, "on Sun. and weekdays"),
        (words.digit, "ten of them"),
        (words.magnitude, "in 1959"),
        (words.magnitude, "a million reasons"),
        (words.unit, "the 12 apostles"),
        (quiet.hedge, "What is it about? 300 people"),
        (quiet.hedge, "some people"),
        (quiet.coarsened, "in 2024-2025, and Oct. 14 to 15"),
        (quiet.of_week, "on Friday, Nov. 8"),
        (quiet.hangul_hedge, "약속한 여야 2명"),
        (quiet.conversion, "850 meters (2,789 feet)"),
        (quiet.conversion, "between 3 and 4 houses"),
        (lambda text: quiet.hedged(text, (5, 8)), "some 300 people"),
    ],
)
def test_left_alone(edits: Edits, text: str) -> None:
    assert after(edits, text) == set()


@pytest.mark.parametrize(
    ("edits", "text", "one"),
    [
        (words.day, "on Oct. 24", "on Oct. 25"),
        (words.day, "the 2nd", "the 3rd"),
        (words.month, "on Oct. 24", "on Sept. 24"),
        (words.month, "in December 2023", "in January 2023"),
        (words.weekday, "on Friday", "on Saturday"),
        (words.digit, "17,350 people", "17,530 people"),
        (words.digit, "3.25", "3.24"),
        (words.magnitude, "127 billion won", "127 million won"),
        (words.magnitude, "1.2 million", "12 million"),
        (words.magnitude, "40,000 people", "4,000 people"),
        (words.unit, "127 billion won", "$127 billion"),
        (words.unit, "0.25 percentage points", "0.25 percent"),
        (words.unit, "850 meters", "850 feet"),
        (words.unit, "three days", "three weeks"),
        (quiet.hedge, "for about 300 people", "for 300 people"),
        (quiet.coarsened, "on Oct. 24, 2024.", "in October 2024."),
        (quiet.coarsened, "since Nov. 6 in Seoul", "since November in Seoul"),
        (quiet.coarsened, "in October 2024", "in 2024"),
        (quiet.coarsened, "in 1968", "in the 1960s"),
        (quiet.coarsened, "the Nov. 13 vote", "the November vote"),
        (quiet.coarsened, "on Friday night", "on Friday"),
        (quiet.zoned, "at 7:30 p.m. on Friday", "at 7:30 p.m. (1030 GMT) on Friday"),
        (quiet.coarsened, "on Nov. 13,", "in mid-November,"),
        (
            lambda text: quiet.bracketed(text, (3, 9), date(2024, 11, 8)),
            "on Friday at noon",
            "on Friday (Nov. 8) at noon",
        ),
        (
            lambda text: quiet.bracketed(text, (3, 9), date(2024, 11, 8)),
            "on Nov. 8 at noon",
            "on Nov. 8 (Friday) at noon",
        ),
        (words.day, "on 24 October", "on 26 October"),
        (quiet.of_week, "came on Friday.", "came this week."),
        (quiet.hangul_hedge, "약 90억 루블", "90억 루블"),
        (quiet.hangul_hedge, "4200여 명", "4200 명"),
        (lambda text: quiet.hedged(text, (4, 7)), "for 300 people", "for about 300 people"),
        (quiet.conversion, "850 meters long", "850 meters (2,789 feet) long"),
        (quiet.conversion, "9 billion rubles", "9 billion rubles ($92.7 million)"),
    ],
)
def test_changed(edits: Edits, text: str, one: str) -> None:
    assert one in {re.sub(r" +", " ", found) for found in after(edits, text)}


@given(
    st.sampled_from([words.day, words.month, words.weekday, words.digit, words.magnitude, words.unit]),
    st.sampled_from(
        ["Oct. 24", "May 3", "Friday", "17,350", "3.25", "1.2 million", "9 billion rubles", "12 percent", "5 km"]
    ),
)
def test_an_error_says_something_else(edits: Edits, text: str) -> None:
    assert text not in after(edits, text)


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("1,800", "180"),
        ("1800억원", "180"),
        ("2.00", "2"),
        ("3.25", "325"),
        ("1959", "59"),
        ("2019년", "19"),
        ("3,000", "3"),
    ],
)
def test_only_digits_that_say_something_change(text: str, changed: str) -> None:
    found = after(words.digit, text)
    kept = [k for k, c in enumerate(text) if all(len(other) == len(text) and other[k] == c for other in found)]
    assert "".join(c for k, c in enumerate(text) if k not in kept) == changed


@given(st.integers(10, 10**7))
def test_a_digit_is_one_digit(number: int) -> None:
    text = f"{number:,}"
    for found in after(words.digit, text):
        assert found[0] != "0"
        assert sum(a != b for a, b in zip(text, found, strict=True)) in (1, 2)
        assert Counter(found) == Counter(text) or sum(a != b for a, b in zip(text, found, strict=True)) == 1


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("Choe", {"Choi"}),
        ("Lavrov", {"Lavrow", "Lawrov"}),
        ("Bae", {"Pae"}),
        ("Li", set()),
        ("Brexit", set()),
        ("Hansen", {"Hanson"}),
    ],
)
def test_respelled(word: str, others: set[str]) -> None:
    assert set(spellings.respelled(word)) == others


@pytest.mark.parametrize("form", ["Min Ha-jun", "Busan", "Sergey Lavrov"])
def test_a_changed_syllable_sounds_unlike(form: str) -> None:
    found = after(lambda text: spellings.syllable(text, "person"), form)
    assert found
    assert form not in found
    assert all(abs(len(other) - len(form)) <= 3 for other in found)


PLAIN = Gold(
    "a", "ko", "en",
    ("5월 3일 금요일 1만2000명이 왔다.", "3명과 3명이다.", "10월이다."),
    ("On Friday, May 3, 12,000 people came.", "It was 3 and 3.", "It is in October.", "That is 12,000."),
    (((0,), (0,)), ((1,), (1,)), ((2,), (2,)), ((), (3,))),
)  # fmt: skip


def test_plain_facts_stand_once_on_either_side() -> None:
    found = {
        (f.kind, PLAIN.source[f.source[0]][slice(*f.source[1])], PLAIN.target[f.target[0]][slice(*f.target[1])])
        for f in facts.plain(PLAIN)
    }
    assert {(kind, source, target.split(" people")[0]) for kind, source, target in found} == {
        ("date", "5월 3일", "May 3"), ("weekday", "금요일", "Friday"), ("number", "1만2000", "12,000"), ("month", "10월", "October"),
    }  # fmt: skip


def test_listed_facts_and_names_stand_where_they_are_said_to() -> None:
    for gold in load(NEWS):
        folder = NEWS / gold.name
        values = {
            tuple(row.split("\t")[:2]) for row in (folder / "values.tsv").read_text(encoding="utf-8").splitlines()
        }
        for fact in facts.listed(folder, gold) or ():
            source, target = gold.source[fact.source[0]], gold.target[fact.target[0]]
            assert (source[slice(*fact.source[1])], target[slice(*fact.target[1])]) in values
        for name in people.listed(folder, gold) or ():
            for bead, line, span in name.places:
                assert gold.target[line][slice(*span)] == name.target
                assert any(name.source in gold.source[i] for i in gold.beads[bead][0])


def test_names_without_a_list_are_heard_twice() -> None:
    gold = Gold(
        "a", "ko", "en",
        ("라브로프 장관이 왔다.", "기자들은 라브로프를 기다렸다.", "한 번 나온 코즐로프도 있다."),
        ("It was Lavrov who came.", "Reporters waited for Lavrov.", "There was Kozlov, named once."),
        (((0,), (0,)), ((1,), (1,)), ((2,), (2,))),
    )  # fmt: skip
    assert [(n.source, n.target, [p[1] for p in n.places]) for n in people.plain(gold)] == [
        ("라브로프", "Lavrov", [0, 1])
    ]


def test_every_change_changes_its_words_alone() -> None:
    gold = next(g for g in load(NEWS) if g.name == "d01")
    every = [change for change, _ in changes(NEWS / "d01", gold)]
    assert {change.type for change in every} == {*ERRORS, *QUIET}
    for change in every:
        before, now = getattr(gold, change.side), getattr(change.of(gold), change.side)
        if change.swap:
            assert sorted(before) == sorted(now) != list(now) != list(before)
        elif change.text is None:
            assert now == before[: change.line] + before[change.line + 1 :]
        else:
            others = [i for i in range(len(before)) if before[i] != now[i]]
            old, new = before[change.line], now[change.line]
            rest = len(new) - change.span[1]
            assert others == [change.line]
            assert (new[: change.span[0]], new[change.span[1] :]) == (old[: change.span[0]], old[len(old) - rest :])
