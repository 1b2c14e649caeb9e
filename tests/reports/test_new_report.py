"""A file in the folder is all that a new report needs."""

from __future__ import annotations

from pathlib import Path

import pytest

import align.reports
from align.cli.check_output import wanted
from align.reports import REPORTS, of_file
from tests.reports.sample import report, written

TOY = '''"""The rules that have found something."""

from align.reports import Writer


def write(reports, out, options):
    out.write(" ".join(sorted({f.rule for report in reports for f in report.findings})).encode())


REPORT = Writer(("rules",), write)
'''


def test_reports_in_the_order_of_the_help() -> None:
    assert list(REPORTS) == ["text", "json", "sarif", "junit", "github", "gitlab", "rdjson", "html"]
    assert [of_file(f"a.{e}") for e in ("XML", "htm", "md")] == ["junit", "html", None]


def test_a_new_report_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "names.py").write_text(TOY, encoding="utf-8")
    monkeypatch.setattr(align.reports, "__path__", [*align.reports.__path__, str(tmp_path)])
    REPORTS.__dict__.pop("found", None)
    try:
        assert wanted(["a.rules"], None) == [("a.rules", "names")]
        assert written("names", report()) == b"date-conflict name-drift number-conflict omission"
    finally:
        del REPORTS.__dict__["found"]
