"""Errors planted in gold: where errors.tsv puts them, and gold with some lines changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.errors import FormatError
from align.evaluation.edits import edited, places, swapped
from align.evaluation.gold import Gold, load
from align.evaluation.planted import RULES, planted
from tests.conftest import ROOT

NEWS = ROOT / "corpora" / "news"
ARTICLES = load(NEWS)
SMALL = Gold(
    "a", "ko", "en", ("가.", "나.", "다."), ("A.", "B one.", "B two.", "D."),
    (((0,), (0,)), ((1,), (1, 2)), ((2,), ()), ((), (3,))), None, "가. 나.\n\n다.", "A. B one. B two.\n\nD.",
)  # fmt: skip


def test_every_type_of_error_has_its_rules() -> None:
    types = {error.type for gold in ARTICLES for error in planted(NEWS / gold.name, gold)[1]}
    assert types <= {type_ for type_, rules in RULES.items() if rules}


@pytest.mark.parametrize("gold", ARTICLES, ids=lambda gold: gold.name)
def test_wrong_words_stand_where_they_are_said_to(gold: Gold) -> None:
    bad, errors = planted(NEWS / gold.name, gold)
    assert list(bad.target) == (NEWS / gold.name / "en.bad.seg").read_text(encoding="utf-8").splitlines()
    for error in errors:
        if error.target is None:
            assert error.right in gold.target
            assert error.right not in bad.target
        else:
            line = bad.target[error.target]
            assert line[slice(*error.span)] == error.wrong
            assert line[: error.span[0]] + error.right + line[error.span[1] :] != line


@pytest.mark.parametrize("gold", ARTICLES, ids=lambda gold: gold.name)
def test_the_beads_follow(gold: Gold) -> None:
    bad, _ = planted(NEWS / gold.name, gold)
    assert sorted(j for _, target in bad.beads for j in target) == list(range(len(bad.target)))
    assert sorted(i for source, _ in bad.beads for i in source) == list(range(len(bad.source)))
    assert places(bad.target_text or "", bad.target)[-1][1] <= len(bad.target_text or "")


def test_where_words_stand_twice_the_changed_ones_are_meant(tmp_path: Path) -> None:
    gold = Gold("a", "ko", "en", ("가.",), ("Two of three in May, five in June.",), (((0,), (0,)),))
    (tmp_path / "en.bad.seg").write_text("Two of three in May, three in June.\n", encoding="utf-8")
    (tmp_path / "errors.tsv").write_text("e1\tnumber_wrong\t0\t0\tfive\tthree\tnote\n", encoding="utf-8")
    _, (error,) = planted(tmp_path, gold)
    assert error.span == (21, 26)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("e1\tnumber_wrong\t0\t0\tfive", "errors.tsv:1"),
        ("e1\tnumber_wrong\t0\t1\tfive\tthree\tnote", "errors.tsv:1"),
        ("e1\tnumber_wrong\t0\tx\tfive\tthree\tnote", "errors.tsv:1"),
        ("e1\tnumber_wrong\t-\t0\tfive\tthree\tnote", "errors.tsv:1"),
        ("e1\tnumber_wrong\t0\t0\tfive\tseven\tnote", "not in its line"),
        ("e1\tomission\t0\t-\tFive.\t\tnote", "0 expected"),
    ],
)
def test_a_broken_list_is_named(tmp_path: Path, row: str, words: str) -> None:
    gold = Gold("a", "ko", "en", ("가.",), ("Five.",), (((0,), (0,)),))
    (tmp_path / "en.bad.seg").write_text("Three.\n", encoding="utf-8")
    (tmp_path / "errors.tsv").write_text(row + "\n", encoding="utf-8")
    with pytest.raises(FormatError) as caught:
        planted(tmp_path, gold)
    assert words in str(caught.value)


def test_a_type_that_no_rule_claims_is_planted_too(tmp_path: Path) -> None:
    gold = Gold("a", "ko", "en", ("가.",), ("He did not go.",), (((0,), (0,)),))
    (tmp_path / "en.bad.seg").write_text("He did go.\n", encoding="utf-8")
    (tmp_path / "errors.tsv").write_text("e1\tnonsense\t0\t0\tdid not go\tdid go\tnote\n", encoding="utf-8")
    assert [(error.type, error.span) for error in planted(tmp_path, gold)[1]] == [("nonsense", (3, 9))]


def test_no_list_no_errors(tmp_path: Path) -> None:
    shutil.copy(NEWS / "d01" / "en.bad.seg", tmp_path)
    assert planted(tmp_path, SMALL) == (SMALL, ())


def test_a_dropped_line_leaves_a_null() -> None:
    found = edited(SMALL, "target", {0: None})
    assert found.beads == (((0,), ()), ((1,), (0, 1)), ((2,), ()), ((), (2,)))
    assert found.target_text == "B one. B two.\n\nD."


def test_one_line_of_two() -> None:
    assert edited(SMALL, "target", {2: None}).beads[1] == ((1,), (1,))


def test_a_null_that_loses_its_line_is_no_bead() -> None:
    assert edited(SMALL, "target", {3: None}).beads == SMALL.beads[:3]


@given(st.dictionaries(st.integers(0, 3), st.one_of(st.none(), st.sampled_from(["X.", "B one."]))))
def test_edits_keep_every_line_in_one_bead(lines: dict[int, str | None]) -> None:
    found = edited(SMALL, "target", lines)
    assert sorted(j for _, target in found.beads for j in target) == list(range(len(found.target)))
    assert "".join((found.target_text or "").split()) == "".join("".join(found.target).split())
    for (_, before), (_, after) in zip([b for b in SMALL.beads if b[0]], [b for b in found.beads if b[0]], strict=True):
        kept = [lines.get(j, SMALL.target[j]) for j in before]
        assert [found.target[j] for j in after] == [line for line in kept if line is not None]


@given(st.integers(0, 2))
def test_swapped_lines_stay_with_their_source(i: int) -> None:
    found = swapped(SMALL, "target", i)
    assert found.target[i : i + 2] == SMALL.target[i : i + 2][::-1]
    for before, after in zip(SMALL.beads, found.beads, strict=True):
        assert before[0] == after[0]
        assert {SMALL.target[j] for j in before[1]} == {found.target[j] for j in after[1]}
    assert swapped(found, "target", i) == SMALL


def test_places_of_what_is_not_there() -> None:
    with pytest.raises(FormatError):
        places("a b", ["b", "a"])
