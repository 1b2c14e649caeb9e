"""align build as users run it."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from align.memory.store import Store
from tests.cli.project import align, said
from tests.conftest import ROOT

NEWS = ROOT / "corpora" / "news"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with articles/d01.ko.txt to d04.en.txt."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1730941323")
    (tmp_path / "articles").mkdir()
    for number in range(1, 5):
        for lang in ("ko", "en"):
            shutil.copyfile(
                NEWS / f"d{number:02d}" / f"{lang}.txt", tmp_path / "articles" / f"d{number:02d}.{lang}.txt"
            )
    return tmp_path


def test_a_folder(folder: Path) -> None:
    done = align("build", "articles", "-o", "news.tmx", "-o", "news.jsonl.gz", "-o", "mt.moses", "--jobs", "1")
    assert done.exit_code == 0, done.output
    assert "4 pairs: 4 aligned, 0 set aside, 0 failed" in done.stderr
    assert sorted(path.name for path in folder.iterdir()) == [
        "articles", "mt.en", "mt.ko", "news.jsonl.gz", "news.tm", "news.tm.lock", "news.tmx",
    ]  # fmt: skip
    before = (folder / "news.tmx").read_bytes()
    again = align("build", "articles", "-o", "news.tmx", "--jobs", "1")
    assert "4 known already" in again.stderr
    assert (folder / "news.tmx").read_bytes() == before


def test_json(folder: Path) -> None:
    shutil.copyfile("articles/d01.ko.txt", "articles/lonely.ko.txt")
    (folder / "articles" / "d02.en.txt").write_bytes(b"")
    shutil.copyfile("articles/d04.en.txt", "articles/d03.en.txt")
    done = align("build", "articles", "--store", "a.tm", "--jobs", "1", "--json")
    assert done.exit_code == 1
    told = json.loads(done.stdout)
    assert (told["pairs"], told["aligned"]) == (4, 2)
    assert told["set_aside"][0]["source"] == "articles/d03.ko.txt"
    assert told["alone"] == ["articles/lonely.ko.txt"]
    assert told["failed"] == ["articles/d02.en.txt: no text in it (an article and its translation are needed)"]
    assert align("build", "articles", "--store", "a.tm", "--jobs", "1", "--strict").exit_code == 2


def test_a_dry_run(folder: Path) -> None:
    shutil.copyfile("articles/d01.ko.txt", "articles/lonely.ko.txt")
    shutil.copyfile("articles/d01.ko.txt", "articles/d01.ja.txt")
    (folder / "articles" / "logo.png").write_bytes(b"x")
    before = sorted(path.name for path in folder.rglob("*"))
    done = align("build", "articles", "--dry-run")
    assert done.exit_code == 0
    table = done.stdout.splitlines()
    assert table[0].split() == ["languages", "by", "source", "target"]
    assert [line.split() for line in table[1:5]] == [
        ["ko-en", "name", f"articles/d0{k}.ko.txt", f"articles/d0{k}.en.txt"] for k in range(1, 5)
    ]
    assert table[5:] == [
        "not used  articles/d01.ja.txt: another language: ja",
        "not used  articles/logo.png: a kind that is not read: .png",
        "not used  articles/lonely.ko.txt: no other side",
    ]
    told = json.loads(align("build", "articles", "--dry-run", "--json").stdout)
    assert [pair["target"] for pair in told["pairs"]] == [f"articles/d0{k}.en.txt" for k in range(1, 5)]
    assert len(told["unused"]) == 3
    assert sorted(path.name for path in folder.rglob("*")) == before


def test_what_names_leave_is_paired_by_content(folder: Path) -> None:
    shutil.move("articles/d02.ko.txt", "articles/second-article.txt")
    done = align("build", "articles", "--dry-run")
    assert "by content" in next(line for line in done.stdout.splitlines() if "second-article" in line)
    by_name = align("build", "articles", "--dry-run", "--by-name").stdout
    assert "not used  articles/second-article.txt: no other side" in by_name


def test_what_is_paired_by_content_has_its_path_too(folder: Path) -> None:
    (folder / "articles" / "deep").mkdir()
    shutil.move("articles/d02.ko.txt", "articles/deep/second-article.txt")
    told = json.loads(align("build", "articles", "--dry-run", "--json").stdout)
    assert [pair["id"] for pair in told["pairs"]] == [
        "d01.ko.txt", "d03.ko.txt", "d04.ko.txt", "deep/second-article.txt",
    ]  # fmt: skip


def test_a_manifest_with_metadata(folder: Path) -> None:
    rows = ["source\ttarget\tdate\tid\tdesk", "articles/d01.ko.txt\tarticles/d01.en.txt\t2024-11-07\tA-1\tforeign & more",
            "articles/d02.ko.txt\tarticles/none.en.txt\t\t\t", "articles/d03.ko.txt\tarticles/d03.en.txt\tyesterday\t\t"]  # fmt: skip
    (folder / "news.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    done = align("build", "news.tsv", "-o", "news.jsonl", "--jobs", "1")
    assert done.exit_code == 1
    assert "news.tsv:3: articles/none.en.txt: no such file" in done.stderr
    assert "news.tsv:4: " in done.stderr
    units = [json.loads(line) for line in (folder / "news.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {(u["document"], u["date"], u["meta"]["desk"], u["created"]) for u in units} == {
        ("A-1", "2024-11-07", "foreign & more", "20241107T010203Z")
    }


def test_the_same_pair_twice(folder: Path) -> None:
    rows = ["source\ttarget", *["articles/d01.ko.txt\tarticles/d01.en.txt"] * 2]
    (folder / "news.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    done = align("build", "news.tsv", "--store", "a.tm", "--jobs", "1")
    assert done.exit_code == 0
    assert "1 pair: 1 aligned" in done.stderr
    assert "warning: news.tsv:3" in done.stderr


def test_by_content(folder: Path) -> None:
    for number, name in enumerate("qxzb", 1):
        (folder / "articles" / f"d0{number}.ko.txt").rename(folder / "articles" / f"{name}1.txt")
        (folder / "articles" / f"d0{number}.en.txt").rename(folder / "articles" / f"{name.upper()}9{number}.txt")
    for options in ([], ["--by-content"]):
        done = align("build", "articles", "--store", f"a{len(options)}.tm", "--jobs", "1", *options)
        assert done.exit_code == 0, done.stderr
        assert "4 pairs: 4 aligned" in done.stderr
        assert ("names pair nothing" in done.stderr) == (not options)


def test_what_is_delivered_is_chosen(folder: Path) -> None:
    align("build", "articles", "--store", "a.tm", "--jobs", "1", "--check")

    def many(*options: str) -> int:
        assert align("tm", "export", "a.tm", "-o", "x.jsonl", *options).exit_code == 0
        return len((folder / "x.jsonl").read_text(encoding="utf-8").splitlines())

    every = many()
    assert 0 < many("--min-confidence", "0.99") < every
    assert many("--without-findings", "info") < every
    assert many("--source-lang", "ko") == many("--source-lang", "ko-KR") + every == every
    assert many("--max-ratio", "1.2") < every
    assert align("tm", "export", "a.tm", "-o", "y.tmx", "--split", "20").exit_code == 0
    assert len(list(folder.glob("y-*.tmx"))) == -(-every // 20)


def test_an_adapted_lexicon_is_kept_with_the_store(folder: Path) -> None:
    assert align("build", "articles/d0[123].*.txt", "--store", "a.tm", "--jobs", "1", "--adapt").exit_code == 0
    with Store.open("a.tm") as store:
        (name,) = (name for name in store.names() if name.startswith("lexicon "))
        lexicon = store.get(name)
        signature = store.signature()
    assert "lexicon corpus " in signature
    done = align("build", "articles", "--store", "a.tm", "--jobs", "1", "--json")
    with Store.open("a.tm") as store:
        assert store.get(name) == lexicon
        assert store.signature() == signature
    assert json.loads(done.stdout)["skipped"] == 3
    align("build", "articles", "--store", "a.tm", "--jobs", "1", "--readapt")
    with Store.open("a.tm") as store:
        assert store.get(name) != lexicon
        assert store.signature() != signature


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["articles"], "where to?"),
        (["articles", "-o", "x.doc"], "names no format"),
        (["articles", "-o", "x.tmx", "-o", "x.tmx"], "two outputs of one name"),
        (["articles", "-o", "x.tmx", "--jobs", "2", "--scheduler", "tcp://127.0.0.1:9"], "give one of them"),
        (["nowhere", "-o", "x.tmx"], "nowhere"),
        (["articles/d01.ko.txt", "articles/d02.ko.txt", "-o", "x.tmx", "--target-lang", "ja"], "no pairs in it"),
        (["articles", "-o", "-", "--to", "tmx", "--store", "a.tm", "--json"], "standard output"),
        (["articles", "-o", "none/x.tmx"], "cannot be written"),
        (["articles", "--store", "articles"], "a folder, not a store"),
        (["articles", "-o", "x.tmx", "--lexicon", "none.npz"], "none.npz: no such file"),
    ],
)
def test_what_cannot_be_run(folder: Path, arguments: list[str], told: str) -> None:
    done = align("build", *arguments)
    assert done.exit_code == 2, done.output
    assert told in said(done)


def test_two_builds_at_once(folder: Path) -> None:
    with Store.open("a.tm", writing=True):
        done = align("build", "articles", "--store", "a.tm")
    assert "another process is writing this store" in said(done)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(folder: Path) -> None:
    (folder / "closed").mkdir(mode=0o500)
    assert align("build", "articles", "--store", "closed/a.tm").exit_code == 2
