"""Articles with several translations: listed together, aligned as pairs, tied where they agree on the source's segments."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.bead_order import ordered
from align.corpus import manifest, whole
from align.corpus.recipe import Recipe, identities, identity
from align.corpus.sets import sets
from align.corpus.tying import MOST, tied
from align.errors import InputError
from align.memory.records import Entry
from align.model import Alignment, Bead, Document, Segment
from tests.cli.project import align

SOURCE = [
    "12월 24일 서울에서 조약이 서명됐다.",
    "참석자는 315명이었다.",
    "예산은 4700만 달러다.",
    "회의는 2031년에 열린다.",
]
TEXTS = {
    "ko": SOURCE,
    "en": ["The treaty was signed in Seoul on Dec. 24.", "It was attended by 315 people.", "The budget is $47 million.",
           "The meeting will be in 2031."],
    "ja": ["12月24日、ソウルで条約が署名された。", "出席者は315人、予算は4700万ドルだ。", "会議は2031年に開かれる。"],
    "zh": ["12月24日，条约在首尔签署。", "出席者有315人。", "预算为4700万美元。", "会议将于2031年举行。"],
}  # fmt: skip
"""The Japanese has two sentences in one."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a").mkdir()
    for lang, lines in TEXTS.items():
        (tmp_path / "a" / f"n.{lang}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


ALL = ["--target-lang", "en", "--target-lang", "ja", "--target-lang", "zh"]
HOW = ["--source-lang", "ko", "--lines", "--created", "no", "--no-adapt", "--jobs", "1"]


def test_a_build_of_sets(folder: Path) -> None:
    told = json.loads(align("build", "a", "-o", "n.jsonl", *HOW, *ALL, "--json").stdout)
    assert (told["pairs"], told["aligned"], told["outputs"]) == (3, 3, {"n.jsonl": 3})
    assert told["languages"] == {"ko en": 4, "ko zh": 4, "ko ja": 3, "ko en ja zh": 3}
    rows = [json.loads(line) for line in Path("n.jsonl").read_text().splitlines()]
    assert [row["bead"] for row in rows] == ["0 1:1:1:1", "1 2:2:1:2", "3 1:1:1:1"]
    assert rows[1]["source"] == " ".join(SOURCE[1:3])
    assert rows[1]["variants"] == {"ja": TEXTS["ja"][1], "zh": " ".join(TEXTS["zh"][1:3])}
    again = json.loads(align("build", "a", "-o", "n.jsonl", *HOW, *ALL, "--json").stdout)
    assert (again["skipped"], again["units_added"]) == (3, 0)


@pytest.mark.parametrize("lang", ["en", "ja", "zh"])
def test_its_pairs_are_those_of_a_build_of_the_pair(folder: Path, lang: str) -> None:
    align("build", "a", "-o", "n.tmx", *HOW, *ALL)
    align("build", "a", "-o", "pair.tmx", *HOW, "--target-lang", lang)
    options = ["--source-lang", "ko", "--target-lang", lang, "--created", "no"]
    assert align("tm", "export", "n.tm", "-o", "one.tmx", *options).exit_code == 0
    assert Path("one.tmx").read_bytes() == Path("pair.tmx").read_bytes()


def test_a_changed_translation_makes_the_set_again(folder: Path) -> None:
    align("build", "a", "-o", "n.tmx", *HOW, *ALL)
    text = Path("a/n.zh.txt").read_text()
    Path("a/n.zh.txt").write_text(text.replace("315", "316"))
    told = json.loads(align("build", "a", "-o", "n.tmx", *HOW, *ALL, "--json").stdout)
    assert (told["skipped"], told["store"]["units"]) == (0, 11)
    assert "316" in Path("n.tmx").read_text()
    assert "有315" not in Path("n.tmx").read_text()
    fewer = json.loads(align("build", "a", "-o", "n.tmx", *HOW, *ALL[:2], "--json").stdout)
    assert fewer["store"]["units"] == 11  # nothing is thrown away


def test_a_translation_that_cannot_be_read_fails_alone(folder: Path) -> None:
    Path("a/n.ja.txt").write_text("\n")
    told = json.loads(align("build", "a", "-o", "n.jsonl", *HOW, *ALL, "--json").stdout)
    assert (told["aligned"], len(told["failed"])) == (2, 1)
    assert told["languages"]["ko en zh"] == 4
    Path("a/n.ja.txt").write_text("\n".join(TEXTS["ja"]))
    told = json.loads(align("build", "a", "-o", "n.jsonl", *HOW, *ALL, "--json").stdout)
    assert told["languages"]["ko en ja zh"] == 3


def test_formats_of_two_languages_are_refused_at_once(folder: Path) -> None:
    done = align("build", "a", "-o", "n.moses", *HOW, *ALL)
    assert done.exit_code == 2
    assert "align tm export" in str(done.exception)
    assert not Path("n.tm").exists()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("m.tsv", "source\ttarget.en\ttarget.ja\tdesk\nn.ko.txt\tn.en.txt\tn.ja.txt\tsports\n"),
        ("m.tsv", "source\ttarget\nn.ko.txt\tn.en.txt\nn.ko.txt\tn.ja.txt\n"),
        ("m.jsonl", '{"source": "n.ko.txt", "target": "n.en.txt", "target.ja": "n.ja.txt"}\n'),
    ],
)
def test_manifests(folder: Path, name: str, text: str) -> None:
    path = folder / "a" / name
    path.write_text(text, encoding="utf-8")
    told = json.loads(align("build", str(path), "-o", "n.tmx", *HOW, "--json").stdout)
    assert told["languages"]["ko en ja"] == 3
    assert len({pair.source for pair in manifest.read(text.encode(), name).pairs}) == 1


def test_several_languages_and_no_source() -> None:
    with pytest.raises(InputError, match="--source-lang"):
        whole.listing(["."], "", ["en", "ja"], False)


def test_a_pair_alone_is_known_as_ever(folder: Path) -> None:
    (pair,) = whole.listing(["a"], "ko", ["en"], False).pairs
    assert identities([pair], Recipe()) == ([identity(pair, Recipe())], "")
    pairs = whole.listing(["a"], "ko", ["en", "ja"], False).pairs
    known, together = identities(pairs, Recipe())
    assert len({*known, together}) == 3
    assert [len(some) for some in sets(pairs)] == [2]


# which beads are tied


def document(lang: str, count: int) -> Document:
    return Document("d", lang, "x" * count, tuple(Segment(i, i + 1, i) for i in range(count)))


def aligned(lang: str, beads: str) -> tuple[tuple[Entry, ...], Alignment]:
    pairs = [tuple(tuple(map(int, side)) for side in bead.split(":")) for bead in beads.split(" ")]
    sources, targets = (sum(len(pair[k]) for pair in pairs) for k in (0, 1))
    made = Alignment(document("ko", sources), document(lang, targets), tuple(ordered(Bead(a, b) for a, b in pairs)))
    entries = (
        Entry(f"{k} 1:1", str(b.source), str(b.target)) for k, b in enumerate(made.beads) if b.source and b.target
    )
    return tuple(entries), made


@pytest.mark.parametrize(
    ("en", "ja", "wanted"),
    [
        ("0:0 1:1", "0:0 1:1", ([1, 2], [1, 2])),
        ("0:0 1:1 2:2", "01:0 2:1", ([1, 1, 2], [1, 2])),
        ("0:0 12:1", "01:0 2:1", ([1, 1], [1, 1])),
        ("0:0 1:", "0:0 1:1", ([1], [1, 0])),  # an omission: the other stays a pair
        ("0:0 1: 2:1", "01:0 2:1", ([0, 2], [0, 2])),  # a part is left out: no unit
        ("0:1 1:0", "01:0", ([0, 0], [0])),  # the parts are in another order
        (" ".join(f"{k}:{k}" for k in range(MOST + 1)), "01234:0", ([0] * (MOST + 1), [0])),  # too long
        ("0:0 :1 1:2", "0:0 1:1", ([1, 3], [1, 3])),
    ],
)
def test_what_is_tied(en: str, ja: str, wanted: tuple[list[int], list[int]]) -> None:
    found = tied([aligned("en", en), aligned("ja", ja)])
    assert tuple([entry.tie for entry in entries] for entries in found) == wanted


def test_two_translations_into_one_language_are_pairs() -> None:
    found = tied([aligned("en", "0:0"), aligned("en", "0:0")])
    assert [entry.tie for entries in found for entry in entries] == [0, 0]
    three = tied([aligned("en", "0:0"), aligned("ja", "0:0"), aligned("en", "0:0")])
    assert [entry.tie for entries in three for entry in entries] == [1, 1, 0]


cuts = st.lists(st.integers(1, 3), min_size=1, max_size=5)


@given(cuts, st.data())
def test_tied_units_have_the_same_source(cut: list[int], data: st.DataObject) -> None:
    """The slow judge: the segments of a tie are the same in each translation, and no smaller part of them is."""
    size = sum(cut)
    pairs = []
    for lang in ("en", "ja", "zh"):
        ends = sorted({*data.draw(st.sets(st.integers(1, size), max_size=size)), size})
        starts = [0, *ends[:-1]]
        beads = [f"{''.join(map(str, range(a, b)))}:{k}" for k, (a, b) in enumerate(zip(starts, ends, strict=True))]
        if size < 10:
            pairs.append(aligned(lang, " ".join(beads)))
    found = tied(pairs)
    held: dict[int, list[set[int]]] = {}
    edges = []
    for (_, alignment), entries in zip(pairs, found, strict=True):
        own: dict[int, set[int]] = {}
        for entry in entries:
            if entry.tie:
                own.setdefault(entry.tie, set()).update(alignment.beads[int(entry.bead.split(" ")[0])].source)
        edges.append({max(bead.source) + 1 for bead in alignment.beads})
        for tie, segments in own.items():
            held.setdefault(tie, []).append(segments)
    common = sorted(set.intersection(*edges)) if edges else []
    wanted = [set(range(a, b)) for a, b in zip([0, *common], common, strict=False) if b - a <= MOST]
    assert [some[0] for _, some in sorted(held.items())] == wanted
    assert all(len(some) == 3 and some[0] == some[1] == some[2] for some in held.values())
