"""A static table made by the command, with a teacher that knows a toy language."""

from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from align.cli import cli
from align.engine.static.table import load
from align.errors import FormatError

WORDS = {
    "사과": "apple",
    "바다": "sea",
    "구름": "cloud",
    "학교": "school",
    "기차": "train",
    "노래": "song",
    "겨울": "winter",
    "다리": "bridge",
}
SENTENCES = [
    (f"{a} {b} {c} {b} {a}.", f"{WORDS[a]} {WORDS[b]} {WORDS[c]} {WORDS[b]} {WORDS[a]}.")
    for a in WORDS
    for b in WORDS
    for c in WORDS
]


def teacher(texts):
    """The words of a text, whatever their language."""
    found = np.full((len(texts), 8), 0.01, dtype=np.float32)
    for row, text in zip(found, texts, strict=True):
        for k, pair in enumerate(WORDS.items()):
            row[k] += sum(text.lower().count(word) for word in pair)
    return found / np.linalg.norm(found, axis=1, keepdims=True)


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    pytest.importorskip("torch")
    monkeypatch.setattr("align.training.teacher.named", lambda name: teacher)
    (tmp_path / "x.ko-en.tsv").write_text("".join(f"{a}\t{b}\n" for a, b in SENTENCES), encoding="utf-8")
    pieces = [f"▁{word}\t-3.0\n" for pair in WORDS.items() for word in pair] + ["▁\t-2.0\n"]
    (tmp_path / "pieces.tsv").write_text("".join(pieces), encoding="utf-8")
    for name in ("one", "two"):
        options = ["-o", tmp_path / name, tmp_path / "x.ko-en.tsv", "--steps", 20, "--pieces", tmp_path / "pieces.tsv"]
        found = CliRunner().invoke(cli, ["train", "--static", *map(str, options)])
        assert found.exit_code == 0, found.output
    return tmp_path


def test_made(made: Path):
    assert (made / "one").read_bytes() == (made / "two").read_bytes()
    table = load(made / "one")
    assert table.said.langs == ("en", "ko")
    source, target = ([pair[side] for pair in WORDS.items()] for side in (0, 1))
    likeness = table.sums(source) @ table.sums(target).T
    assert likeness.argmax(1).tolist() == [*range(len(WORDS))]


def test_pieces_are_told_of(made: Path):
    for line, wanted in (("one cell\n", "pieces.tsv:1"), ("Apple\t-1\n", "not folded"), ("", "no pieces")):
        (made / "pieces.tsv").write_text(line, encoding="utf-8")
        options = ["-o", made / "three", made / "x.ko-en.tsv", "--pieces", made / "pieces.tsv"]
        with pytest.raises(FormatError, match=wanted):
            CliRunner().invoke(
                cli, ["train", "--static", *map(str, options)], standalone_mode=False, catch_exceptions=False
            )
