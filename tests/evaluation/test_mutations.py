"""Errors planted by machine: what is changed and what is left alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from align.evaluation.edits import merged
from align.evaluation.gold import Gold, load
from align.evaluation.mutations import facts, people
from align.evaluation.mutations.plant import ERRORS, changes
from align.evaluation.mutations.quiet import QUIET
from tests.conftest import ROOT

NEWS = ROOT / "corpora" / "news"
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
    assert {change.type for change in every} >= {
        "day",
        "digit",
        "swapped",
        "dropped",
        "duplicated",
        "negation",
        "hedge",
        "merged",
    }
    assert {change.type for change in every} <= {*ERRORS, *QUIET}
    for change in every:
        before, now = getattr(gold, change.side), getattr(change.of(gold), change.side)
        if change.swap:
            assert sorted(before) == sorted(now) != list(now) != list(before)
        elif change.merge:
            assert now == (*before[: change.line], change.text, *before[change.line + 2 :])
        elif change.text is None:
            assert now == before[: change.line] + before[change.line + 1 :]
        else:
            others = [i for i in range(len(before)) if before[i] != now[i]]
            old, new = before[change.line], now[change.line]
            rest = len(new) - change.span[1]
            assert others == [change.line]
            assert (new[: change.span[0]], new[change.span[1] :]) == (old[: change.span[0]], old[len(old) - rest :])


@pytest.mark.parametrize(
    ("value", "added"),
    [
        ("2024-11-08", {" (Nov. 8)"}),
        ("2024-11-08T17:00", {" (Nov. 8)"}),
        ("2024-11", set()),
        ("2024", set()),
        ("2024-Q4", set()),
        ("2024-H2", set()),
        ("2024-W45", set()),
        ("2024-11-08/2024-11-10", set()),
        ("", set()),
    ],
)
def test_a_value_that_is_no_full_day_has_no_weekday(value: str, added: set[str], tmp_path: Path) -> None:
    (tmp_path / "values_pos.tsv").write_text(f"8일\tFriday\tdate\t{value}\t0\t0\n", encoding="utf-8")
    gold = Gold("a", "ko", "en", ("8일에 왔다.",), ("He came on Friday at noon.",), (((0,), (0,)),), date(2024, 11, 7))
    every = [change for change, _ in changes(tmp_path, gold)]
    assert {c.text[slice(*c.span)] for c in every if c.type == "conversion added" and c.text} == added
    assert any(c.type == "weekday" for c in every)


def test_slips_go_into_the_target_whatever_its_language() -> None:
    gold = Gold("a", "en", "ko", PLAIN.target[:3], PLAIN.source, PLAIN.beads[:3])
    every = [change for change, _ in changes(Path("none"), gold)]
    new = {(c.type, c.side, c.text) for c in every}
    assert ("day", "target", "5월 4일 금요일 1만2000명이 왔다.") in new
    assert ("month", "target", "11월이다.") in new
    assert ("weekday", "target", "5월 3일 목요일 1만2000명이 왔다.") in new
    assert ("day in source", "source", "On Friday, May 4, 12,000 people came.") in new
    assert {"digit", "digit in source"} <= {c.type for c in every}


def test_a_slip_is_nothing_that_the_other_side_says() -> None:
    gold = Gold("a", "en", "ko", ("It was May 3, or June.",), ("5월 3일이다.",), (((0,), (0,)),))
    months = {c.text for c, _ in changes(Path("none"), gold) if c.type == "month"}
    assert months == {"3월 3일이다.", "4월 3일이다.", "7월 3일이다."}


TALKS = Gold(
    "a", "ko", "en",
    (
        "회담이 끝났다.", "마동욱 의원은 오후 2시 30분에 세 명을 만났다.", "마 의원은 3~5일 부산, 대구, 광주에 간다.",
        "제9조에 따라 세 명이 떠났다.", "마 의원은 서울을 떠나며 웃었다.",
    ),
    (
        "The talks are over.", "Rep. Ma Dong-wook met three people at 2:30 p.m. on Friday.",
        "Ma will be in Busan, Daegu and Gwangju from March 3 to 5.", "Under Article 9, three people left.",
        "Ma smiled, because the talks had ended well.",
    ),
    tuple(((k,), (k,)) for k in range(5)),
)  # fmt: skip


def made(type_: str, gold: Gold = TALKS) -> set[str | None]:
    """The new lines of a type."""
    return {change.text for change, _ in changes(Path("none"), gold) if change.type == type_}


@pytest.mark.parametrize(
    ("type_", "one"),
    [
        ("time", "Rep. Ma Dong-wook met three people at 2:30 a.m. on Friday."),
        ("number words", "Rep. Ma Dong-wook met four people at 2:30 p.m. on Friday."),
        ("range end", "Ma will be in Busan, Daegu and Gwangju from March 3 to 6."),
        ("list", "Ma will be in Busan and Gwangju from March 3 to 5."),
        ("surname", "Mah will be in Busan, Daegu and Gwangju from March 3 to 5."),
        ("code", "Under Article 8, three people left."),
        ("clause", "Ma smiled."),
        ("duplicated", f"{TALKS.target[4]} {TALKS.target[4]}"),
        ("untranslated", TALKS.source[4]),
        ("notation", "Rep. Ma Dong-wook met three people at 2.30pm on Friday."),
        ("abbreviated", "Representative Ma Dong-wook met three people at 2:30 p.m. on Friday."),
        ("pronoun", "He will be in Busan, Daegu and Gwangju from March 3 to 5."),
    ],
)
def test_what_a_sentence_says_is_changed(type_: str, one: str) -> None:
    assert one in made(type_)


def test_a_number_that_the_source_says_is_no_error() -> None:
    said = Gold("a", "ko", "en", ("세 명 중 2명이 왔다.",), ("Two of the three came.",), (((0,), (0,)),))
    assert made("number words", said) == {
        "Four of the three came.", "Two of the four came.", "Two of the five came.",
    }  # fmt: skip


def test_a_merged_line_has_the_beads_of_both() -> None:
    gold = merged(TALKS, "target", 1, "one")
    assert gold.target[1] == "one"
    assert len(gold.target) == 4
    assert gold.beads[:3] == (((0,), (0,)), ((1, 2), (1,)), ((3,), (2,)))


def test_figures_change_over_where_they_stand_for_two_things() -> None:
    gold = Gold("a", "ko", "en", ("12명과 70곳이다.",), ("It was 12 people in all of the 70 places.",), (((0,), (0,)),))
    assert made("figures", gold) == {"It was 70 people in all of the 12 places."}


def test_names_of_gold_that_is_turned_are_those_of_the_pair() -> None:
    gold = Gold(
        "a", "ko", "en",
        ("라브로프 장관이 왔다.", "기자들은 라브로프를 기다렸다."),
        ("It was Lavrov who came.", "Reporters waited for Lavrov."),
        (((0,), (0,)), ((1,), (1,))),
    ).turn()  # fmt: skip
    assert [(n.source, n.target, [p[1:] for p in n.places]) for n in people.turned(Path("none"), gold)] == [
        ("Lavrov", "라브로프", [(0, (0, 4)), (1, (5, 9))])
    ]
    assert all(line and ("장관이 왔다." in line or "기다렸다." in line) for line in made("syllable", gold))
    assert made("syllable", gold)


def test_a_term_is_one_where_the_source_has_the_same_words_again() -> None:
    source = ("제어 프로그램이 나왔다.", "제어 프로그램을 고쳤다.", "다른 것이다.")
    target = ("The control software is out.", "The control software was mended.", "The control software was mended.")
    gold = Gold("a", "ko", "en", source, target, tuple(((k,), (k,)) for k in range(3)))
    assert made("term", gold) == {"The control program was mended."}
    places = {change.line for change, _ in changes(Path("none"), gold) if change.type == "term"}
    assert places == {1}
