"""Where a finding is in its file: the line and column of Markdown with front matter and of HTML."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.project import found, put
from tests.conftest import ROOT

SOURCE = "회의가 지난 5일 서울에서 열렸다.\n\n약 350명이 참석했다.\n\n다음 회의는 2025년 3월 2일 부산에서 열린다.\n"
CASES = re.findall(
    r"^=== (md|html) (.+?)( \+crlf| \+bom)?\n(.*?)(?=^=== |\Z)",
    (ROOT / "tests/cases/places.txt").read_text("utf-8"),
    re.M | re.S,
)


def test_there_are_fifty() -> None:
    assert len(CASES) >= 50


@pytest.mark.parametrize(("kind", "label", "flag", "marked"), CASES, ids=[f"{c[0]} {c[1]}" for c in CASES])
def test_place(kind: str, label: str, flag: str, marked: str, tmp_path: Path) -> None:
    put(tmp_path / "a.ko.txt", SOURCE)
    text = marked.replace("«", "").replace("»", "")
    if "crlf" in flag:
        text = text.replace("\n", "\r\n")
    (tmp_path / f"a.en.{kind}").write_text(text, "utf-8-sig" if "bom" in flag else "utf-8", newline="")
    before = marked[: marked.index("«")]
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    paths = str(tmp_path / "a.ko.txt"), str(tmp_path / f"a.en.{kind}")
    findings = found(*paths, "--date", "2024-11-20", "--select", "date-conflict,number-conflict")
    assert [(f["target"]["line"], f["target"]["column"]) for f in findings] == [(line, column)], label
