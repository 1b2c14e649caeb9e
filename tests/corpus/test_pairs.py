"""Pairs by name: tables of what lies in a folder and what is to be found in it."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.corpus.naming import fits, keys, languages, paired
from align.corpus.pairs import listed
from align.errors import InputError
from tests.conftest import linked, posix

NONE: tuple[tuple[str, str], ...] = ()
FOUND = (
    # label, files, pairs, alone
    ("nothing tells", "a1.txt b7.txt", NONE, "a1.txt b7.txt"),
    ("words that are tags too", "no.txt it.txt", NONE, "it.txt no.txt"),
    ("one language only", "a.ko.txt b.ko.txt", NONE, "a.ko.txt b.ko.txt"),
    ("other kinds of files", "a.ko.json a.en.json gold", NONE, ""),
    ("before the extension", "a.ko.txt a.en.txt", (("a.ko.txt", "a.en.txt"),), ""),
    ("other extension", "a.ko.md a.en.html", (("a.ko.md", "a.en.html"),), ""),
    ("after a dash", "a_ko.txt a-en.txt", (("a_ko.txt", "a-en.txt"),), ""),
    ("the whole name", "x/ko.txt x/en.txt y/ko.txt", (("x/ko.txt", "x/en.txt"),), "y/ko.txt"),
    ("folders", "ko/a.txt en/a.txt en/b.txt", (("ko/a.txt", "en/a.txt"),), "en/b.txt"),
    ("folders high up", "ko/2024/a.txt en/2024/a.md", (("ko/2024/a.txt", "en/2024/a.md"),), ""),
    ("folders far down", "2024/ko/x/a.txt 2024/en/x/a.txt", (("2024/ko/x/a.txt", "2024/en/x/a.txt"),), ""),
    ("folder and name", "ko/a.ko.txt en/a.en.txt", (("ko/a.ko.txt", "en/a.en.txt"),), ""),
    ("folder of the one, name of both", "en/a.ko.txt en/a.en.txt", (("en/a.ko.txt", "en/a.en.txt"),), ""),
    ("a folder that is a word", "ko/it/a.txt en/it/a.txt", (("ko/it/a.txt", "en/it/a.txt"),), ""),
    ("regions", "a.ko-KR.txt a.en_US.txt b_ko-KR.txt b_en-GB.txt", (("a.ko-KR.txt", "a.en_US.txt"), ("b_ko-KR.txt", "b_en-GB.txt")), ""),
    ("three letters", "a.kor.txt a.eng.txt", (("a.kor.txt", "a.eng.txt"),), ""),
    ("dots in the name", "v1.2.ko.txt v1.2.en.txt v1.3.en.txt", (("v1.2.ko.txt", "v1.2.en.txt"),), "v1.3.en.txt"),
    ("a third language", "a.ko.txt a.en.txt a.ja.txt", (("a.ko.txt", "a.en.txt"),), ""),
    ("Korean and another", "a.ko.txt a.ja.txt", (("a.ko.txt", "a.ja.txt"),), ""),
    ("another and English", "a.en.txt a.is.txt", (("a.is.txt", "a.en.txt"),), ""),
    ("English and Korean in another order", "b.en.txt b.ko.txt a.ko.txt a.en.txt", (("a.ko.txt", "a.en.txt"), ("b.ko.txt", "b.en.txt")), ""),
    ("Korean names", "조약.ko.txt 조약.en.txt", (("조약.ko.txt", "조약.en.txt"),), ""),
    ("spaces", "a b.ko.txt|a b.en.txt", (("a b.ko.txt", "a b.en.txt"),), ""),
    ("a document of each kind", "ko/b.md ko/b.rst ko/b.srt en/b.md en/b.rst en/b.txt", (("ko/b.md", "en/b.md"), ("ko/b.rst", "en/b.rst")), "en/b.txt ko/b.srt"),
    ("two forms of one article", "a.ko.txt a.ko.html a.en.txt", (("a.ko.txt", "a.en.txt"),), "a.ko.html"),
)  # fmt: skip


def made(folder: Path, names: str) -> Path:
    for name in names.split("|" if "|" in names else " "):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("label", "files", "pairs", "alone"), FOUND, ids=[row[0] for row in FOUND])
def test_folder(tmp_path: Path, label: str, files: str, pairs: tuple[tuple[str, str], ...], alone: str) -> None:
    found = listed([str(made(tmp_path, files))])
    assert [(p.source, p.target) for p in found.pairs] == [
        tuple(str(tmp_path / each) for each in names) for names in pairs
    ]
    assert list(found.alone) == [str(tmp_path / each) for each in alone.split()]
    assert not found.errors


INPUTS = (
    # label, inputs, number of pairs
    ("both folders", ["ko", "en"], 2),
    ("one folder of a language, and nothing of the other", ["ko"], 0),
    ("a pattern for both", ["**/*.txt"], 3),
    ("a pattern for one side", ["n/*.ko.txt"], 1),
    ("a pattern for one side's folder", ["ko/*.txt"], 2),
    ("a pattern for folders", ["*"], 3),
    ("no extension in a pattern", ["**/*"], 3),
    ("one file", ["n/c.ko.txt"], 1),
    ("its translation", ["n/c.en.txt"], 1),
    ("a list of files", ["ko/a.txt", "en/a.txt", "n/c.ko.txt", "n/c.en.txt"], 2),
    ("the same over and over", ["n", "n/c.ko.txt", "./n", "n/*.txt"], 1),
    ("a manifest and its folder", ["list.tsv", "n"], 2),
)  # fmt: skip


@pytest.mark.parametrize(("label", "inputs", "many"), INPUTS, ids=[row[0] for row in INPUTS])
def test_inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, label: str, inputs: list[str], many: int) -> None:
    made(tmp_path, "ko/a.txt ko/b.txt en/a.txt en/b.txt n/c.ko.txt n/c.en.txt")
    (tmp_path / "list.tsv").write_text("source\ttarget\nko/a.txt\ten/a.txt\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    found = listed(inputs)
    assert len(found.pairs) == many
    assert found.pairs == listed(inputs).pairs


@pytest.mark.parametrize(
    ("files", "source", "target", "wanted"),
    [
        ("a.ko.txt a.en.txt a.ja.txt", "ko", "ja", "a.ko.txt a.ja.txt"),
        ("a.ko.txt a.en.txt a.ja.txt", "en", "ko", "a.en.txt a.ko.txt"),
        ("a.ko.txt a.en.txt a.ja.txt", "ja", "", "a.ja.txt a.en.txt"),
        ("a.ko.txt a.en.txt a.ja.txt", "", "ja", "a.ko.txt a.ja.txt"),
        ("a.de.txt a.fr.txt", "fr", "", "a.fr.txt a.de.txt"),
        ("a.pt-BR.txt a.pt-PT.txt", "pt-BR", "pt-PT", "a.pt-BR.txt a.pt-PT.txt"),
        ("a.pt-BR.txt a.pt-PT.txt a.en.txt", "en", "pt-PT", "a.en.txt a.pt-PT.txt"),
    ],
)
def test_languages_by_option(tmp_path: Path, files: str, source: str, target: str, wanted: str) -> None:
    (pair,) = listed([str(made(tmp_path, files))], source, target).pairs
    assert [Path(pair.source).name, Path(pair.target).name] == wanted.split()


@pytest.mark.parametrize("options", [("", ""), ("de", "")])
def test_many_languages(tmp_path: Path, options: tuple[str, str]) -> None:
    with pytest.raises(InputError, match="--source-lang and --target-lang"):
        listed([str(made(tmp_path, "a.de.txt a.fr.txt a.it.txt"))], *options)


def test_a_guess_is_told(tmp_path: Path) -> None:
    assert "de is taken for the source" in listed([str(made(tmp_path, "a.de.txt a.fr.txt"))]).notes[0]


@pytest.mark.parametrize("name", ["nowhere", "nothing*", "", "a\0b"])
def test_no_such_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError):
        listed([name])


@posix
def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    made(tmp_path, "a.ko.txt a.en.txt .git/b.ko.txt .c.ko.txt sub/x.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "dead.ko.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / os.fsdecode(b"\xff.ko.txt")).write_bytes(b"x")
    found = listed([str(tmp_path)])
    assert len(found.pairs) == 1
    told = "\n".join(found.notes)
    assert all(word in told for word in ("2 hidden", "loop: a link", "dead.ko.txt", "pipe.txt", "not UTF-8"))
    told.encode()


def test_a_name_with_brackets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(made(tmp_path, "[1]/a.ko.txt [1]/a.en.txt"))
    assert len(listed(["[1]"]).pairs) == len(listed(["[1]/a.ko.txt"]).pairs) == 1


def test_manifest_comes_first(tmp_path: Path) -> None:
    made(tmp_path, "a.ko.txt a.en.txt b.en.txt")
    (tmp_path / "m.tsv").write_text(
        "source\ttarget\tid\na.ko.txt\tb.en.txt\t7\na.ko.txt\tb.en.txt\t8\n", encoding="utf-8"
    )
    found = listed([str(tmp_path), str(tmp_path / "m.tsv")])
    assert [(Path(p.target).name, p.id) for p in found.pairs] == [("b.en.txt", "7")]
    assert [Path(path).name for path in found.alone] == ["a.en.txt"]
    assert "m.tsv:3: the same pair as in" in found.notes[0]


OUTSIDE = (
    # label, source as the manifest has it, whether it is read
    ("below", "a.ko.txt", True),
    ("in a folder", "x/a.ko.txt", True),
    ("up and down again", "x/../a.ko.txt", True),
    ("not there", "x/none.ko.txt", True),
    ("up", "../a.ko.txt", False),
    ("up, and into the folder by its name", "../m/a.ko.txt", True),
    ("up behind a folder", "x/../../a.ko.txt", False),
    ("a folder that begins alike", "../m2/a.ko.txt", False),
    ("the root", "/etc/hostname", False),
    ("absolute, below", "{folder}/a.ko.txt", True),
    ("a link to a file outside", "out.ko.txt", False),
    ("a link to a folder outside", "out/a.ko.txt", False),
    ("a link to a file inside", "in.ko.txt", True),
)


@posix
@pytest.mark.parametrize("side", ["source", "target"])
@pytest.mark.parametrize(("label", "path", "read"), OUTSIDE, ids=[row[0] for row in OUTSIDE])
def test_a_manifest_reads_below_its_folder(label: str, path: str, read: bool, side: str, tmp_path: Path) -> None:
    folder = made(tmp_path / "m", "a.ko.txt x/a.ko.txt")
    made(tmp_path, "a.ko.txt m2/a.ko.txt")
    linked(folder / "out.ko.txt", tmp_path / "a.ko.txt")
    linked(folder / "out", tmp_path / "m2")
    linked(folder / "in.ko.txt", folder / "a.ko.txt")
    row = {"source": "a.en.txt", "target": "a.en.txt", side: path.format(folder=folder)}
    (folder / "m.tsv").write_text(
        f"source\ttarget\n{row['source']}\t{row['target']}\nb.ko.txt\tb.en.txt\n", encoding="utf-8"
    )
    found = listed([str(folder / "m.tsv")])
    assert [Path(pair.source).name for pair in found.pairs][-1] == "b.ko.txt"
    assert len(found.pairs) == 1 + read
    assert [("m.tsv:2: " in line, "outside the manifest's folder (--anywhere" in line) for line in found.errors] == [
        (True, True)
    ] * (not read)
    assert len(listed([str(folder / "m.tsv")], anywhere=True).pairs) == 2


STEMS = st.lists(
    st.text("abz0가.", min_size=1, max_size=5).filter(lambda s: s.strip(".")), min_size=1, max_size=6, unique=True
)
SCHEMES = st.sampled_from(
    ["{n}.{t}.txt", "{n}_{t}.md", "{n}-{t}.html", "{t}/{n}.txt", "x/{t}/y/{n}.txt", "{n}/{t}.txt"]
)


@given(STEMS, SCHEMES, st.randoms(use_true_random=False))
def test_every_scheme_pairs_all(stems: list[str], scheme: str, rng: random.Random) -> None:
    stems = [f"q{stem}q" for stem in stems]
    names = [[scheme.format(n=stem, t=tag) for tag in ("ko", "en")] for stem in stems]
    paths = [name for both in names for name in both]
    rng.shuffle(paths)
    assert languages(paths)[:2] == ("ko", "en")
    pairs, notes = paired(sorted(paths), "ko", "en")
    assert sorted([pair.source, pair.target] for pair in pairs) == sorted(names)
    assert not notes


@given(st.lists(st.text("aeknot./_-", min_size=1, max_size=12), max_size=12, unique=True))
def test_any_names(paths: list[str]) -> None:
    paths.sort()
    try:
        source, target, _ = languages(paths)
    except InputError:
        return
    pairs = paired(paths, source, target)[0] if source else []
    used = [path for pair in pairs for path in pair[:2]]
    assert len(set(used)) == len(used)
    for a, b, *_ in pairs:
        shared = {k for t, k in keys(a) if fits(t, source)} & {k for t, k in keys(b) if fits(t, target)}
        assert shared
