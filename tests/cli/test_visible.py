"""Names of files and texts of others reach terminal and log as text: nothing in them is obeyed."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from align.errors import InputError, visible
from tests.cli.project import align, said

ODD = ["\x1b[2J", "\u202eevil", "\r\n::error::x", "\x9b31m", "\u2028", "\u2066", "\x07", "\x00"]


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_one_line_with_everything_visible(odd: str) -> None:
    told = str(InputError(f"a{odd}.txt", f"no {odd}", f"give {odd}"))
    assert len(told.splitlines()) == 1
    assert told.isprintable()
    assert len(visible(odd)) == len(odd)  # places in it stay where they are


@pytest.mark.parametrize("text", ["조약 — “it’s” 📖 é", "👨‍👩‍👧", ""])
def test_what_is_text_stays(text: str) -> None:
    assert visible(text) == text


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
@pytest.mark.parametrize("odd", [each for each in ODD if "\0" not in each], ids=repr)
def test_names_of_files(odd: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    name = f"a{odd}.ko.txt"
    Path("b.en.txt").write_text("The talks were on Nov. 8.\n", encoding="utf-8")
    assert odd not in said(align("check", name, "b.en.txt"))
    Path(name).write_text("회담은 11월 7일 열렸다.\n", encoding="utf-8")
    for to in ("text", "github"):
        done = align("check", name, "b.en.txt", "--format", to)
        assert odd not in done.output
        assert not any(line.startswith("::error::x") for line in done.output.splitlines())


def test_texts_of_a_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    odd = "".join(each for each in ODD if "\0" not in each)
    unit = {
        "source": f"협정 {odd} 체결",
        "target": f"pact {odd}",
        "source_lang": "ko",
        "target_lang": "en",
        "document": f"d{odd}",
    }
    Path("a.jsonl").write_text(json.dumps(unit), encoding="utf-8")
    align("tm", "add", "a.tm", "a.jsonl")
    done = align("tm", "search", "a.tm", "협정 체결")
    assert done.exit_code == 0
    assert "\x1b" not in done.output
    assert "\u202e" not in done.output
    assert len(done.output.rstrip("\n").splitlines()) == 3
