"""A file in the folder is all that a new format needs: `pair` and `build` write it, `check` and `tm add` read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import align.formats
from align.cli import cli
from align.formats import FORMATS, delivered, of_file, of_memory, written
from tests.conftest import ROOT

TOY = '''"""A text a line, source and target in turn."""

from align.formats import Format
from align.formats.text import units as beads
from align.model import Unit


def write(alignments, out, options):
    for alignment in alignments:
        for _, _, source, target in beads(alignment):
            out.write(f"{source}\\n{target}\\n".encode())


def write_units(units, out, options):
    for unit in units:
        out.write(f"{unit.source}\\n{unit.target}\\n".encode())


def read_units(stream, name, source="", target="", *, codes=False):
    lines = [line.decode().rstrip() for line in stream]
    for left, right in zip(lines[::2], lines[1::2]):
        yield Unit(left, right, source, target)


FORMAT = Format(("turn", "turns"), write=write, write_units=write_units, read_units=read_units)
'''
DEMO = [str(ROOT / "corpora" / "demo" / f"treaty.{lang}.txt") for lang in ("ko", "en")]


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A format that is one file, in a folder of the formats' package."""
    (tmp_path / "turn.py").write_text(TOY, encoding="utf-8")
    monkeypatch.setattr(align.formats, "__path__", [*align.formats.__path__, str(tmp_path)])
    FORMATS.__dict__.pop("found", None)
    yield "turn"
    del FORMATS.__dict__["found"]


def run(*args: str) -> str:
    return CliRunner().invoke(cli, args, catch_exceptions=False).stdout


def test_formats_in_the_order_of_the_help() -> None:
    for every, known in (
        (written(), ["json", "tmx", "tsv", "xlf", "xlf2", "beads", "html"]),
        (delivered(), ["tmx", "tsv", "jsonl", "moses", "xlf", "parquet"]),
    ):
        assert [name for name in every if name in known] == known


def test_extensions() -> None:
    assert [of_file(f"a.{e}") for e in ("xlf2", "xliff", "HTM", "moses", "xlf")] == ["xlf2", "xlf", "html", None, "xlf"]
    assert [of_memory(f"a.{e}") for e in ("xlf2", "xliff", "xlf.gz")] == ["xlf", "xlf", "xlf"]


def test_a_new_format_is_one_file(toy: str, tmp_path: Path) -> None:
    assert of_file("a.turns") == of_memory("a.turns.gz") == toy
    article, memory, again = (str(tmp_path / name) for name in ("a.turn", "m.turns", "again.turns"))
    run("pair", *DEMO, "-o", article)
    assert len(Path(article).read_text(encoding="utf-8").splitlines()) > 10
    run("build", *(str(tmp_path / "in") for _ in (copied(tmp_path / "in"),)), "-o", memory)
    run("tm", "add", str(tmp_path / "t.tm"), memory, "--source-lang", "ko", "--target-lang", "en")
    run("tm", "export", str(tmp_path / "t.tm"), "-o", again)
    assert Path(again).read_bytes() == Path(memory).read_bytes() != b""


def copied(folder: Path) -> Path:
    folder.mkdir()
    for path in map(Path, DEMO):
        (folder / path.name).write_bytes(path.read_bytes())
    return folder
