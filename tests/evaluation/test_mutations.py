"""Errors planted by machine: what is changed and what is left alone, how changes are drawn, and what counts as caught."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from align import checks
from align.cli import cli
from align.engine import Engine
from align.evaluation.checks import Checked
from align.evaluation.edits import Span, places
from align.evaluation.gold import Gold, load
from align.evaluation.mutations import facts, people, quiet, spellings, words
from align.evaluation.mutations.change import Change
from align.evaluation.mutations.plant import ERRORS, QUIET, changes
from align.evaluation.mutations.run import outcome, outcomes, planned
from align.model import Alignment, Bead, Finding, Place, Report
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
        (lambda text: quiet.bracketed(text, (3, 9), date(2024, 11, 8)), "on Friday at noon", "on Friday (Nov. 8) at noon"),
        (lambda text: quiet.bracketed(text, (3, 9), date(2024, 11, 8)), "on Nov. 8 at noon", "on Nov. 8 (Friday) at noon"),
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
    st.sampled_from(["Oct. 24", "May 3", "Friday", "17,350", "3.25", "1.2 million", "9 billion rubles", "12 percent", "5 km"]),
)
def test_an_error_says_something_else(edits: Edits, text: str) -> None:
    assert text not in after(edits, text)


@pytest.mark.parametrize(
    ("text", "changed"),
    [("1,800", "180"), ("1800억원", "180"), ("2.00", "2"), ("3.25", "325"), ("1959", "59"), ("2019년", "19"), ("3,000", "30")],
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
    [("Choe", {"Choi"}), ("Lavrov", {"Lavrow", "Lawrov"}), ("Bae", {"Pae"}), ("Li", set()), ("Brexit", set()), ("Hansen", {"Hanson"})],
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
        values = {tuple(row.split("\t")[:2]) for row in (folder / "values.tsv").read_text(encoding="utf-8").splitlines()}
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
    assert [(n.source, n.target, [p[1] for p in n.places]) for n in people.plain(gold)] == [("라브로프", "Lavrov", [0, 1])]


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


def test_the_draw_is_the_seed() -> None:
    first, again, other = (planned([NEWS], 5, seed) for seed in (1, 1, 2))
    assert first == again != other
    counts = Counter(change.type for _, some in first for change in some)
    assert set(counts) == {*ERRORS, *QUIET}
    assert max(counts.values()) == 5


GOLD = Gold("a", "ko", "en", ("5일에 왔다.", "비가 왔다."), ("He came on the 5th.", "It rained."), (((0,), (0,)), ((1,), (1,))))
DAY = Change("day", "target", 0, "He came on the 6th.", (15, 18), answer=(0, (0, 2)))
LOST = Change("dropped", "target", 1, None)
HEDGE = Change("hedge", "target", 0, "He came on 5th.", (11, 11))


def pair(gold: Gold, *findings: Finding) -> Checked:
    source, target = gold.lines()
    beads = tuple(Bead(a, b) for a, b in gold.beads)
    report = Report(Alignment(source, target, beads), findings, ())
    return Checked(gold, report, places(source.text, gold.source), places(target.text, gold.target))


def found(rule: str, severity: str, source: Span | None, target: Span | None) -> Finding:
    a, b = (Place(0, *span) if span else None for span in (source, target))
    return Finding(rule, severity, "", a, b, 0, 1.0)


@pytest.mark.parametrize(
    ("change", "before", "new", "alarmed"),
    [
        (DAY, [], [], False),
        (DAY, [], [found("date-conflict", "info", (0, 2), (11, 18))], False),
        (DAY, [], [found("number-conflict", "error", (0, 2), (11, 18))], False),
        (DAY, [], [found("date-conflict", "error", (0, 2), (0, 2))], False),
        (DAY, [], [found("date-conflict", "error", (0, 2), (11, 18))], True),
        (DAY, [], [found("date-missing", "warning", (0, 2), None)], True),
        (DAY, [], [found("date-missing", "warning", (3, 7), None)], False),
        (DAY, [], [found("date-conflict", "error", (0, 2), None)], False),
        (DAY, [found("date-conflict", "error", (0, 2), (0, 2))], [found("date-conflict", "error", (0, 2), (0, 2))], False),
        (LOST, [], [found("omission", "warning", (0, 7), None)], False),
        (LOST, [], [found("omission", "warning", (8, 14), None)], True),
        (LOST, [], [found("addition", "warning", None, (0, 5))], False),
        (HEDGE, [], [], False),
        (HEDGE, [], [found("name-drift", "info", None, (0, 2))], False),
        (HEDGE, [found("name-drift", "warning", None, (0, 2))], [found("name-drift", "warning", None, (0, 2))], False),
        (HEDGE, [], [found("name-drift", "warning", None, (0, 2))], True),
        (HEDGE, [found("addition", "warning", None, (0, 19))], [found("addition", "warning", None, (0, 15))], False),
    ],
    ids=[
        "nothing", "info", "another rule", "elsewhere", "caught", "missing", "another missing", "no missing",
        "as before", "another sentence", "omission", "addition",
        "quiet", "quiet info", "quiet as before", "quiet alarmed", "the same null in other words",
    ],
)  # fmt: skip
def test_what_counts(change: Change, before: list[Finding], new: list[Finding], alarmed: bool) -> None:
    result = outcome(pair(GOLD, *before), pair(change.of(GOLD), *new), change)
    assert result.alarmed is alarmed


def test_outcomes_by_one_process_or_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "run", lambda alignment: Report(alignment, (), ()))
    for name in ("d01", "d02"):
        shutil.copytree(NEWS / name, tmp_path / name)
    work = planned([tmp_path], 1, 0)
    engine = Engine.load("ko", "en")
    one = list(outcomes(work, engine))
    assert len(one) == sum(len(some) for _, some in work)
    assert not any(result.alarmed for result in one)
    assert [(r.name, r.change) for r in outcomes(work, engine, jobs=2)] == [(r.name, r.change) for r in one]


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weekday = Finding("weekday-conflict", "error", "never", None, Place(0, 0, 10**6), 0, 1.0)
    monkeypatch.setattr(
        checks, "run", lambda a: Report(a, (weekday,) if a.target.text.count("Thursday") < 2 else (), ())
    )
    shutil.copytree(NEWS / "d01", tmp_path / "d01")
    args = ["evaluate", "--checks", "--mutations", "2", str(tmp_path)]
    shown = CliRunner().invoke(cli, [*args, "--show"], standalone_mode=False).stdout
    assert "planted errors caught" in shown
    assert "\nMISSED day, d01, target line" in shown
    figures = json.loads(CliRunner().invoke(cli, [*args, "--json"], standalone_mode=False).stdout)
    assert figures["errors"]["digit"] == [0, 2]
    assert figures["quiet"]["reordered"] == [0, 2]
    assert set(figures["errors"]) == set(ERRORS)
