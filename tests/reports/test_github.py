"""GitHub: escaped commands of one line, never more than are shown, and a summary that is only text."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given

from align.model import Finding, Replacement, Report
from align.reports.github import PAGE, summary
from align.reports.options import Options
from tests.reports.sample import OPTIONS, TEXT, pair, report, reports, written

COMMAND = re.compile(r"::(error|warning|notice) (\w+=[^,:\r\n]+(?:,\w+=[^,:\r\n]*)*)::([^\r\n]*)")


def lines(*found: Report, options: Options = OPTIONS) -> list[str]:
    return written("github", *found, options=options).decode().removesuffix("\n").split("\n")


def test_nothing_found() -> None:
    assert lines(Report(pair(), (), (("names", 2),))) == ["no findings", "checked 2 names"]


def test_the_sample() -> None:
    assert lines(report())[:5] == [
        "::error file=articles/en/a.txt,line=2,endLine=2,col=61,endColumn=67,title=date-conflict::지난달 30일 is 2024-10-30; the English says Oct. 3",
        "::error file=articles/en/a.txt,line=3,endLine=3,col=6,endColumn=20,title=number-conflict::15,000 and 150,000: ten times as many",
        "::warning file=articles/en/a.txt,line=3,endLine=3,col=43,endColumn=53,title=name-drift::강나루 is Kang Na-ru elsewhere",
        "::warning file=articles/ko/a.txt,line=4,endLine=4,col=1,endColumn=15,title=omission::not in the English",
        "::notice file=articles/en/a.txt,title=omission::a much abridged article",
    ]


def made(**numbers: int) -> Report:
    return report(
        *(
            Finding("omission", level, f"{level} {k}", None, None, 0, 1.0)
            for level, number in numbers.items()
            for k in range(number)
        )
    )


@pytest.mark.parametrize(
    ("numbers", "shown", "rest"),
    [
        ({"error": 10, "warning": 3}, 13, None),
        ({"warning": 11, "error": 12}, 20, "2 errors, 1 warning"),
        ({"info": 30}, 10, "20 info"),
    ],
)
def test_no_more_of_a_level_than_are_shown_and_errors_first(
    numbers: dict[str, int], shown: int, rest: str | None
) -> None:
    printed = lines(made(**numbers))
    commands = [line for line in printed if line.startswith("::")]
    assert len(commands) == shown
    assert printed[: len(commands)] == commands
    levels = [line.split()[0][2:] for line in commands]
    assert levels == sorted(levels, key=["error", "warning", "notice"].index)
    beyond = [line for line in printed if line.startswith("not shown")]
    assert beyond == ([f"not shown, as GitHub shows no more of a level: {rest}"] if rest else [])


def test_what_repairs_a_finding_is_suggested() -> None:
    repaired = replace(report().findings[0], replacement=Replacement(91, 97, "Oct. 30"))
    assert "Oct. 3; suggestion: Oct. 30 for Oct. 3\n" in written("github", report(repaired)).decode()


def test_escapes() -> None:
    finding = Finding("omission", "error", "50% off\r\n::error::no, a:b", None, None, 0, 1.0)
    first, *_ = lines(report(finding), options=Options(paths=(("a", "b:c,d%\n.txt"),)))
    assert first == "::error file=b%3Ac%2Cd%25%0A.txt,title=omission::50%25 off%0A::error::no, a:b"


@given(reports(), TEXT)
def test_any_text_is_one_line_a_command(found: Report, path: str) -> None:
    text = written("github", found, options=Options(paths=((path, path),))).decode()
    printed = text.split("\n")
    assert text.splitlines() == printed[:-1]
    shown = [finding for finding in found.findings if not finding.silenced]
    assert len(printed) == len(shown) + 3
    for line in printed[: len(shown)]:
        match = COMMAND.fullmatch(line) or re.fullmatch("::(?:error|warning|notice) file=,.*", line)
        assert match, line
    assert not any("::" in line for line in printed[len(shown) :])


def test_summary_of_the_sample() -> None:
    page = summary([report()], OPTIONS)
    assert "| error | date-conflict | articles/en/a.txt:2:61 | 지난달 30일 | Oct. 3 |" in page
    assert page.endswith(
        "2 errors, 2 warnings, 1 info; 2 known or silenced\n\nchecked 1 name, 12 dates, 40 numbers; 3 dates unresolved: give --date\n"
    )


def test_summary_of_nothing() -> None:
    assert summary([Report(pair(), (), ())], OPTIONS) == "### align check\n\n\nno findings\n\nchecked nothing\n"


def test_summary_keeps_to_what_github_takes() -> None:
    found = report(*[Finding("omission", "info", "말" * 1000, None, None, 0, 1.0)] * 1000)
    page = summary([found], OPTIONS)
    assert PAGE * 0.99 < len(page.encode()) <= PAGE + 200
    assert re.search(r"\n\d+ more\n\n1000 info\n", page)


@given(reports())
def test_summary_is_a_table_of_text(found: Report) -> None:
    page = summary([found], Options())
    rows = [line for line in page.splitlines() if line.startswith("|")]
    shown = [finding for finding in found.findings if not finding.silenced]
    assert len(rows) == (len(shown) + 2 if shown else 0)
    assert all(row.count("|") == 7 for row in rows)
    assert not re.search("[<>`*\\[\\]\\\\]", "".join(rows))
