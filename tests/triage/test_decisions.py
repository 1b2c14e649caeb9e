"""What a reader decided holds again: on the same articles, and after edits elsewhere."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.bead_order import ordered
from align.errors import FormatError
from align.model import Alignment, Bead
from align.triage.decisions import Decisions, Held, Name, Pair, Wrong, apply, names, read, silence, text
from align.triage.fingerprints import fingerprints
from tests.conftest import document
from tests.reports.sample import report

LINES = st.lists(st.sampled_from(["가", "나", "다", "라", "a", "b", "", "같은 말"]), max_size=7)
NUMBERS = st.lists(st.integers(0, 6), max_size=3, unique=True)
SIDES = st.tuples(NUMBERS, NUMBERS).filter(any)


@st.composite
def alignments(draw: st.DrawFn) -> Alignment:
    """Any alignment, its segments alike or not, its beads in any shape."""
    source, target = document(draw(LINES), "ko", "a.ko.txt"), document(draw(LINES), "en", "a.en.txt")
    left, right = (draw(st.permutations(range(len(d.segments)))) for d in (source, target))
    beads = []
    while left and right and draw(st.booleans()):
        a, b = draw(st.integers(1, len(left))), draw(st.integers(1, len(right)))
        beads.append(Bead(tuple(sorted(left[:a])), tuple(sorted(right[:b])), 0.5))
        left, right = left[a:], right[b:]
    beads += [Bead((i,), (), 0.5) for i in left] + [Bead((), (j,), 0.5) for j in right]
    return Alignment(source, target, tuple(ordered(beads)), "made")


def decided(alignment: Alignment, *sides: tuple[list[int], list[int]]) -> Decisions:
    """Decisions on beads by number, of which some may not be there: their names are of no segment."""
    named = names(alignment.source), names(alignment.target)
    held = [
        Held(
            *(
                tuple(n[i] if i < len(n) else Name(f"gone {i}", 1, "gone") for i in side)
                for n, side in zip(named, bead, strict=True)
            )
        )
        for bead in sides
    ]
    return Decisions("d.json", (Pair(alignment.source.name, alignment.target.name, tuple(held)),))


def made(source: list[str], target: list[str], beads: str) -> Alignment:
    """An alignment whose beads are written as 0,1:0 2:- -:1."""
    sides = [[[int(i) for i in side.split(",") if i != "-"] for side in bead.split(":")] for bead in beads.split()]
    found = ordered(Bead(tuple(a), tuple(b), 0.5) for a, b in sides)
    return Alignment(document(source, "ko", "a.ko.txt"), document(target, "en", "a.en.txt"), tuple(found))


def shown(alignment: Alignment) -> str:
    """The beads as `made` takes them; ! after those of confidence 1, ~ after the moved."""
    return " ".join(
        f"{','.join(map(str, b.source)) or '-'}:{','.join(map(str, b.target)) or '-'}{'!' if b.confidence == 1 else ''}{'~' if b.moved else ''}"
        for b in alignment.beads
    )


ABC, DEF = ["가", "나", "다"], ["a", "b", "c"]


@pytest.mark.parametrize(
    ("source", "target", "beads", "sides", "wanted"),
    [
        pytest.param(ABC, DEF, "0:0 1:1 2:2", [], "0:0 1:1 2:2", id="nothing decided"),
        pytest.param(ABC, DEF, "0:0 1:1 2:2", [([1], [1])], "0:0 1:1! 2:2", id="confirmed"),
        pytest.param(ABC, DEF, "0:0 1:1 2:2", [([0, 1], [0, 1])], "0,1:0,1! 2:2", id="merged"),
        pytest.param(ABC, DEF, "0,1:0,1 2:2", [([0], [0]), ([1], [1])], "0:0! 1:1! 2:2", id="split"),
        pytest.param(ABC, DEF, "0:0 1:1 2:2", [([0], [1])], "-:0 0:1! 1:- 2:2", id="re-linked: what is left over is null"),
        pytest.param(ABC, DEF, "0,1:0,1 2:2", [([0], [0])], "0:0! 1:1 2:2", id="what is left over has both sides: still a bead"),
        pytest.param(ABC, DEF, "0:0 1:1 2:2", [([1], []), ([], [1])], "0:0 -:1! 1:-! 2:2", id="unlinked"),
        pytest.param(ABC, DEF, "0:0 1:1 2:2", [([0], [2]), ([2], [0])], "0:2!~ 1:1~ 2:0!", id="moved is found again"),
        pytest.param(ABC, DEF, "0:0 1:1 2:2", [([0, 1], [])], "-:0 -:1 0:-! 1:-! 2:2", id="two on one side are two nulls"),
        pytest.param(["가", "가"], ["a", "a"], "0:0 1:1", [([1], [0])], "0:- 1:0! -:1", id="the second of two alike"),
    ],
)  # fmt: skip
def test_decided_beads_hold(source: list[str], target: list[str], beads: str, sides: list, wanted: str) -> None:
    alignment = made(source, target, beads)
    found, notes = apply(alignment, decided(alignment, *sides))
    assert shown(found) == wanted
    assert notes == []


@given(alignments(), st.lists(SIDES, max_size=4))
def test_each_segment_is_in_one_bead_and_twice_is_once(alignment: Alignment, sides: list) -> None:
    decisions = decided(alignment, *sides)
    found, notes = apply(alignment, decisions)
    for document_, side in ((alignment.source, "source"), (alignment.target, "target")):
        assert sorted(i for b in found.beads for i in getattr(b, side)) == list(range(len(document_.segments)))
    assert found.beads == tuple(ordered(found.beads))
    assert all(len(b.source) + len(b.target) == 1 for b in found.beads if not (b.source and b.target))
    assert apply(found, decisions) == (found, notes)
    held = {(b.source, b.target) for b in found.beads if b.confidence == 1}
    if not notes:
        assert {(tuple(sorted(a)), tuple(sorted(b))) for a, b in sides if a and b} <= held


@given(alignments(), st.lists(SIDES, min_size=1, max_size=3), st.sampled_from(["앞에 온 것", "새 문장"]), st.booleans())
def test_an_edit_elsewhere_keeps_the_decisions(alignment: Alignment, sides: list, fresh: str, at_start: bool) -> None:
    decisions = decided(alignment, *sides)
    once, notes = apply(alignment, decisions)
    lines = list(alignment.source.texts())
    edited = document([fresh, *lines] if at_start else [*lines, fresh], "ko", "a.ko.txt")
    by = int(at_start)
    beads = [replace(b, source=tuple(i + by for i in b.source)) for b in alignment.beads]
    beads.append(Bead((0 if at_start else len(lines),), (), 0.5))
    again, notes_again = apply(replace(alignment, source=edited, beads=tuple(ordered(beads))), decisions)
    wanted = {(tuple(i + by for i in b.source), b.target) for b in once.beads if b.confidence == 1}
    assert {(b.source, b.target) for b in again.beads if b.confidence == 1} == wanted
    assert notes_again == notes


@given(alignments(), st.lists(SIDES, max_size=3), st.sampled_from(["", "too noisy", '"<&\u2028']))
def test_a_file_gives_back_the_decisions(alignment: Alignment, sides: list, reason: str) -> None:
    (pair,) = decided(alignment, *sides).pairs
    pair = replace(pair, findings=(Wrong("00ff", "omission", reason),))
    (found,) = read(text(pair).encode(), "d.json").pairs
    assert found == pair
    assert [n.begins for b in found.beads for n in b.source] == [n.begins for b in pair.beads for n in b.source]


def test_white_space_and_composition_make_no_difference() -> None:
    first = names(document(["한글  문장", "é"]))
    assert first == names(document(["한글\u00a0문장 ", "e\u0301"]))
    assert [n.begins for n in names(document(["가" * 24, "가" * 25]))] == ["가" * 24, "가" * 23 + "…"]


def test_stale_decisions_are_named() -> None:
    alignment = made(ABC, DEF, "0:0 1:1 2:2")
    decisions = decided(alignment, ([0], [0]), ([0], [1]))
    found, notes = apply(replace(alignment, target=document(["A", "b", "c"], "en", "a.en.txt")), decisions)
    assert shown(found) == "-:0 0:1! 1:- 2:2"
    assert notes == ["d.json: a decision is stale: “a” is not in a.en.txt any more (decide again in the page)"]
    _, notes = apply(alignment, decisions)
    assert notes == ["d.json: “가” is decided twice; the first holds"]


def test_decisions_on_another_pair_change_nothing_and_are_named() -> None:
    alignment = made(ABC, DEF, "0:0 1:1 2:2")
    decisions = decided(alignment, ([0], [1]))
    other = replace(alignment, source=replace(alignment.source, name="b.ko.txt"))
    found, notes = apply(other, decisions)
    assert found == other
    assert notes == ["d.json: nothing is decided on b.ko.txt and a.en.txt (the file is about a.ko.txt and a.en.txt)"]


def test_findings_marked_as_wrong_are_silenced() -> None:
    before = report()
    keys = fingerprints(before)
    pair = Pair("a.ko.txt", "a.en.txt", (), (Wrong(keys[0], "", "as the house has it"), Wrong(keys[1]), Wrong(keys[5])))
    after = silence(before, Decisions("d.json", (pair,)))
    assert [f.silenced for f in after.findings] == [
        "decisions: as the house has it", "decisions", "", "", "", "align.toml: house style", "inline: a town"
    ]  # fmt: skip
    assert silence(after, Decisions("d.json", (pair,))) == after
    assert silence(before, Decisions("d.json", (replace(pair, source="b"),))) == before


GOOD = {"schema": "align-decisions/1", "pair": ["a", "b"], "beads": [], "findings": []}
BEAD = {"source": [{"hash": "00"}], "target": []}


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("{", r"^d\.json:1: not JSON"),
        ("한".encode("utf-16"), "not UTF-8"),
        ("[" * 200_000, "not a decisions file"),
        ("1" * 5000, "not a decisions file"),
        ([1], "not a decisions file"),
        ({"schema": "align/1"}, "schema align/1 .*reads align-decisions/1"),
        ({**GOOD, "pair": ["a"]}, '"pair" has to be'),
        ({**GOOD, "beads": {}}, '"beads" has to be a list'),
        ({**GOOD, "beads": [BEAD, 7]}, r'd\.json: beads\[1\]: damaged: "source" has to be a list'),
        ({**GOOD, "beads": [{"source": [], "target": []}]}, "a bead holds segments"),
        ({**GOOD, "beads": [{"source": [{"hash": "00"}, {"hash": "00"}], "target": []}]}, "each once"),
        (
            {**GOOD, "beads": [{**BEAD, "target": [{"hash": 3}]}]},
            r'beads\[0\]\.target: damaged: a segment has a "hash"',
        ),
        ({**GOOD, "beads": [{**BEAD, "target": [{"hash": "0", "occurrence": True}]}]}, "occurrence"),
        ({**GOOD, "findings": [{"rule": "omission"}]}, r'findings\[0\]: damaged: a finding has a "fingerprint"'),
        ({**GOOD, "findings": [{"fingerprint": "0", "reason": None}]}, '"reason"'),
    ],
)
def test_what_is_no_decisions_file_is_refused_in_a_line(value: object, says: str) -> None:
    data = value if isinstance(value, bytes) else (value if isinstance(value, str) else json.dumps(value)).encode()
    with pytest.raises(FormatError, match=says) as caught:
        read(data, "d.json")
    assert "\n" not in str(caught.value)


def test_a_file_on_several_pairs() -> None:
    found = read(json.dumps([GOOD, {**GOOD, "pair": ["c", "d"], "beads": [BEAD]}]).encode(), "d.json")
    assert [(p.source, p.target, len(p.beads)) for p in found.pairs] == [("a", "b", 0), ("c", "d", 1)]
