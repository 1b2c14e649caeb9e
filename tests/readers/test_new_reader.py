"""A file in the folder is all that a new reader needs; what no reader names is plain text."""

from __future__ import annotations

from pathlib import Path

import pytest

import align.readers
from align.readers import READERS, decoded, read, readable

TOY = '''"""Text of which only lines that begin with > count."""

from align.readers import Parsed, Reader
from align.readers.decoding import decode
from align.readers.text_builder import Tape


def read(data, name):
    tape, at = Tape(decode(data, name)), 0
    for line in tape.file.splitlines(keepends=True):
        if line.startswith(">"):
            tape.copy(at + 1, at + len(line))
        at += len(line)
    return Parsed(tape)


READER = Reader(("quoted",), read)
'''


def test_a_new_reader_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not readable("a.quoted")
    (tmp_path / "quotes.py").write_text(TOY, encoding="utf-8")
    monkeypatch.setattr(align.readers, "__path__", [*align.readers.__path__, str(tmp_path)])
    READERS.__dict__.pop("found", None)
    try:
        assert readable("a.QUOTED")
        assert read(b">One.\nTwo.\n>Three.\n", "a.quoted")[0].text == "One.\nThree.\n"
    finally:
        del READERS.__dict__["found"]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("a.md", True), ("b/a.XHTML", True), ("a.docx", True), ("a.rst", True), ("a.log", False), ("txt", False)],
)
def test_extensions(name: str, wanted: bool) -> None:
    assert readable(name) == wanted


def test_what_no_reader_names_is_plain_text() -> None:
    assert read(b"*a*\n", "a.log")[0].text == "*a*\n"
    assert decoded(b"PK", "a.docx") == ""
