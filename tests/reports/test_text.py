"""The report in a terminal: quiet first, then carets under the very words."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.model import Alignment, Bead, Finding, Place, Report
from align.reports.options import Options
from align.reports.totals import counted, looked_at
from align.reports.width import cells, plain
from tests.reports.sample import OPTIONS, lined, pair, place, report, reports, written

WANTED = """\
articles/en/a.txt:2:61: error[date-conflict]: 지난달 30일 is 2024-10-30; the
    English says Oct. 3
  ko 2:6  | 대변인은 지난달 30일 강나루 장관이 오슬로를 찾아 관계자들을…
          |          ^^^^^^^^^^^
  en 2:61 | …Na-ru had visited Oslo on Oct. 3 and met officials there, adding…
          |                            ^^^^^^ expected Oct. 30

articles/en/a.txt:3:6: error[number-conflict]: 15,000 and 150,000: ten times as
    many
  ko 3:6 | 회의에는 1만5000명이 참석했다.
         |          ^^^^^^^^^
  en 3:6 | Some 150,000 people attended the meeting, Gang Na-ru said.
         |      ^^^^^^^^^^^^^^ expected 15,000 people

articles/en/a.txt:3:43: warning[name-drift]: 강나루 is Kang Na-ru elsewhere
  en 3:43 | Some 150,000 people attended the meeting, Gang Na-ru said.
          |                                           ^^^^^^^^^^

articles/ko/a.txt:4:1: warning[omission]: not in the English
  ko 4:1 | 다음 회의는 봄에 열린다.
  en 3:1 | after …e attended the meeting, Gang Na-ru said.

articles/en/a.txt: info[omission]: a much abridged article

2 errors, 2 warnings, 1 info; 2 known or silenced
checked 1 name, 12 dates, 40 numbers; 3 dates unresolved: give --date
"""


def test_nothing_found() -> None:
    quiet = Report(pair(), (), (("names", 3), ("dates", 1), ("numbers", 0), ("dates unresolved", 0)))
    assert written("text", quiet) == b"no findings\nchecked 3 names, 1 date, 0 numbers\n"


def test_silenced_ones_are_counted_and_not_shown() -> None:
    silenced = Finding("omission", "warning", "told before", None, None, 0, 1.0, silenced="baseline")
    assert written("text", report(silenced)).decode().startswith("no findings; 1 known or silenced\n")


def test_the_sample_as_it_looks() -> None:
    assert written("text", report()).decode() == WANTED


@pytest.mark.parametrize(
    ("dated", "pairs", "wanted"),
    [
        (True, 1, "checked 1 name, 12 dates, 40 numbers; 3 dates unresolved"),
        (False, 1, "checked 1 name, 12 dates, 40 numbers; 3 dates unresolved: give --date"),
        (False, 2, "checked 2 pairs: 2 names, 24 dates, 80 numbers; 6 dates unresolved: give --date"),
        (False, 0, "checked nothing"),
    ],
)
def test_what_was_looked_at(dated: bool, pairs: int, wanted: str) -> None:
    assert looked_at([report(dated=dated)] * pairs) == wanted


def test_counts() -> None:
    assert counted([]) == "no findings"
    assert counted(report().findings[:1]) == "1 error"


def test_color_adds_nothing_but_color() -> None:
    shown = written("text", report(), options=replace(OPTIONS, color=True)).decode()
    assert "\x1b[31m" in shown
    assert click.unstyle(shown) == WANTED


def test_an_expectation_too_long_for_the_line_of_carets_has_its_own() -> None:
    alignment = pair()
    finding = Finding(
        "name-mismatch",
        "error",
        "no",
        None,
        place(alignment.target, "Oct. 3"),
        1,
        1.0,
        "October the thirtieth of the year of our Lord two thousand and twenty-four",
    )
    lines = written("text", report(finding)).decode().split("\n")
    assert lines[2].strip(" |") == "^^^^^^"
    assert lines[3].startswith("          | expected October the thirtieth")


@given(reports(), st.sampled_from([60, 80, 120]))
def test_any_text_keeps_to_the_width_with_carets_under_the_words(found: Report, width: int) -> None:
    shown = written("text", found, options=Options(width=width, paths=(("가.txt", "b.txt"),))).decode()
    assert "\x1b" not in shown
    lines = shown.split("\n")
    for line in lines:
        assert len(line.splitlines()) <= 1
        assert cells(line) <= width
    quoted = [(a, b) for a, b in pairwise(lines) if a.startswith(("  ko ", "  en ")) and "^" in b]
    for line, carets in quoted:
        assert "|" in line
        assert set(carets.split("|")[1].split(" expected ")[0]) <= {" ", "^"}
    lit = [f for f in found.findings if not f.silenced and not told_in_full(found, f)]
    assert len(quoted) >= sum(bool(place) for f in lit for place in (f.source, f.target))


def told_in_full(found: Report, finding: Finding) -> bool:
    """Whether a finding is a whole sentence that one side has alone."""
    if bool(finding.source) == bool(finding.target):
        return False
    document, place = (
        (found.alignment.source, finding.source) if finding.source else (found.alignment.target, finding.target)
    )
    assert place
    segment = document.segments[place.segment]
    return place.start <= segment.start < segment.end <= place.end


def test_an_omitted_sentence_is_told_in_full_with_its_neighbours() -> None:
    source = lined(["비가 왔다.", "그러나 " + "바람은 불지 않았고 " * 12 + "해가 났다.", "끝."], "ko", "a.ko.txt")
    target = lined(["It rained.", "The end."], "en", "a.en.txt")
    alignment = Alignment(source, target, (Bead((0,), (0,)), Bead((1,), ()), Bead((2,), (1,))))
    segment = source.segments[1]
    gone = Finding("omission", "warning", "gone", Place(1, segment.start, segment.end), None, 1, 1.0, probability=0.94)
    shown = written("text", Report(alignment, (gone,), ()), options=Options()).decode()
    head, *lines = shown.split("\n\n")[0].split("\n")
    assert head == "a.ko.txt:2:1: warning[omission]: gone (94% sure)"
    assert lines[-2:] == ["  en 1:1 | after It rained.", "  en 2:1 | before The end."]
    told = " ".join(line.split("| ")[1] for line in lines[:-2])
    assert told == source.text[segment.start : segment.end]
    assert all(cells(line) <= 80 for line in lines)


def test_infos_are_counted_where_they_are_not_shown() -> None:
    shown = written("text", report(), options=replace(OPTIONS, info=False)).decode()
    assert "info[" not in shown
    assert "2 errors, 2 warnings, 1 info; 2 known or silenced (infos not shown: --info)\n" in shown


@pytest.mark.parametrize("words", ["지난달 30일", "강나루", "대표단", "덧붙였다."])
def test_carets_stand_under_the_cells_of_the_words(words: str) -> None:
    alignment = pair()
    shown = written("text", report(Finding("omission", "warning", "no", place(alignment.source, words), None, 1, 1.0)))
    _, line, carets, *_ = shown.decode().split("\n")
    before = cells(line[: line.index(plain(words))])
    assert carets.index("^") == before
    assert carets.count("^") == cells(words)


def test_a_terminal_obeys_nothing_in_an_article() -> None:
    finding = Finding("omission", "warning", "\x1b]0;title\x07 a\nb\u202ec", None, None, 0, 1.0)
    assert "�]0;title� a b�c\n" in written("text", report(finding)).decode()
