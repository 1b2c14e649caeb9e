"""Pairs by content: documents made of gold sentences, and a slow judge that compares all with all."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.corpus import evidence, matching
from align.corpus.matching import Matches, match, mixed
from align.corpus.sketches import Sketch, hashes, sketch
from align.engine.engine import Engine
from align.engine.lexicon import STEPS, Lexicon
from align.errors import InputError
from align.lang.segmenting import segment
from align.model import Document
from tests.conftest import ROOT

NEWS = sorted(path for path in (ROOT / "corpora" / "news").iterdir() if path.is_dir())
LEXICONS = Engine.load("ko", "en").lexicons


def news(lang: str) -> list[Sketch]:
    return [text((folder / f"{lang}.txt").read_text(encoding="utf-8"), lang) for folder in NEWS]


def text(content: str, lang: str) -> Sketch:
    return sketch(segment(Document("", lang, content)))


KO, EN = news("ko"), news("en")
UNRELATED = (
    # label, source, target
    ("nothing", "", ""),
    ("nothing on one side", "", "The lower house ratified the treaty on Thursday."),
    ("other things", "러시아 하원이 조약을 비준했다. 정부는 환영했다.", "Apples are good for your health. Eat one with breakfast."),
    ("only common words", "그는 그것을 했다.", "It was the one that we have had."),
    ("no words at all", "!!! ???", "... ---"),
)  # fmt: skip


@pytest.mark.parametrize(("label", "source", "target"), UNRELATED, ids=[row[0] for row in UNRELATED])
def test_the_unrelated_stay_alone(label: str, source: str, target: str) -> None:
    assert match([text(source, "ko")], [text(target, "en")], LEXICONS) == Matches((), (0,), (0,))


@pytest.mark.parametrize("sides", [([], []), (KO[:2], []), ([], EN[:3])])
def test_no_documents(sides: tuple[list[Sketch], list[Sketch]]) -> None:
    assert match(*sides, LEXICONS) == Matches((), tuple(range(len(sides[0]))), tuple(range(len(sides[1]))))


def test_one_pair() -> None:
    assert [pair[:2] for pair in match(KO[:1], EN[:1], LEXICONS).pairs] == [(0, 0)]
    assert not match(KO[:1], EN[1:2], LEXICONS).pairs


@pytest.mark.parametrize("seed", range(6))
def test_shuffled_news(seed: int) -> None:
    """All pairs are found, and nothing else, where a third of the documents have no counterpart."""
    rng = random.Random(seed)
    left, right = (rng.sample(range(len(NEWS)), 20 - 6 * (seed % 3 == k)) for k in range(2))
    found = match([KO[k] for k in left], [EN[k] for k in right], LEXICONS)
    assert {(left[i], right[j]) for i, j, _ in found.pairs} == {(k, k) for k in {*left} & {*right}}
    assert len(found.alone_sources) == len({*left} - {*right})
    assert len(found.alone_targets) == len({*right} - {*left})


def test_either_direction() -> None:
    back = match(EN, KO, [lexicon.reversed() for lexicon in LEXICONS])
    assert [pair[:2] for pair in back.pairs] == [(k, k) for k in range(20)]


def test_without_a_lexicon() -> None:
    """Numbers, dates and Latin strings are little: what is paired is right."""
    assert all(i == j for i, j, _ in match(KO, EN, ()).pairs)


def test_order_does_not_matter() -> None:
    found = match(KO, EN, LEXICONS)
    turned = match(KO[::-1], EN[::-1], LEXICONS)
    assert sorted((19 - i, 19 - j, score) for i, j, score in turned.pairs) == list(found.pairs)


def test_the_same_document_twice() -> None:
    found = match([KO[0], KO[0], KO[1]], [EN[0], EN[1]], LEXICONS)
    assert [pair[:2] for pair in found.pairs] == [(0, 0), (2, 1)]
    assert found.alone_sources == (1,)


def judged(source: Sketch, target: Sketch, sources: list[Sketch], targets: list[Sketch], lexicon: Lexicon) -> float:
    """The score of two documents from its definition, term by term."""

    def share(term: str, everyone: list[Sketch], lang: int) -> float:
        side = (lexicon.source, lexicon.target)[lang]
        size = sum(len(each.terms) for each in everyone) / len(everyone)
        seen = float(side.counts[side.index[term]]) if term in side.index else 0.0
        general = 1 - np.exp(-size * seen / (1.0 + float(side.counts.sum()))) if seen else evidence.UNHEARD
        return (sum(hashes([term])[0] in each.terms for each in everyone) + evidence.PRIOR * general) / (
            len(everyone) + evidence.PRIOR
        )

    t: dict[tuple[str, str], float] = {}
    for i, word in enumerate(lexicon.source.words):
        for cell in range(int(lexicon.rows[i]), int(lexicon.rows[i + 1])):
            a, b = (float(np.exp(each[cell] / -STEPS)) for each in (lexicon.forward, lexicon.backward))
            t[word, lexicon.target.words[lexicon.columns[cell]]] = 2 * a * b / (a + b)
    names = [*lexicon.source.words, *lexicon.target.words, *VALUES]
    t |= {(value, value): evidence.SAME for value in VALUES}
    has = [{name for name in names if hashes([name])[0] in some.terms} for some in (source, target)]
    seen = [
        {name for name in VALUES if any(hashes([name])[0] in each.terms for each in some)}
        for some in (sources, targets)
    ]
    total = 1.0
    for lang, everyone in ((1, targets), (0, sources)):
        got = best = 0.0
        for known in has[lang]:
            p = share(known, everyone, lang)
            able = [name for name in names if name not in VALUES or name in seen[1 - lang]]
            gains = {g: np.log1p(t.get((g, known) if lang else (known, g), 0.0) / p) for g in able}
            gains = {g: gain for g, gain in gains.items() if gain >= evidence.LEAST}
            best += np.log1p(1 / p) if gains else 0.0
            got += max((gain for g, gain in gains.items() if g in has[1 - lang]), default=0.0)
        total *= got / max(best, 1e-9)
    return float(np.sqrt(total))


VALUES = ("n:7", "n:12", "d:05-03")
LEXICON = Lexicon(
    "ko", "en", *(evidence.Vocabulary.of(words.split(), np.array([9, 40, 3, 2, 8], dtype=np.float32)) for words in ("가 나 다 라 마", "a b c d e")),
    np.array([0, 2, 4, 5, 7, 8]), np.array([0, 1, 1, 2, 3, 3, 4, 4], dtype=np.int32),
    np.array([5, 60, 9, 30, 2, 40, 8, 10], dtype=np.uint8), np.array([4, 50, 12, 9, 3, 20, 30, 1], dtype=np.uint8),
)  # fmt: skip


def sides(words: str) -> st.SearchStrategy[list[Sketch]]:
    terms = st.lists(st.sampled_from([*words.split(), *VALUES]), max_size=6)
    return st.lists(terms.map(lambda some: Sketch("", np.unique(hashes(some)))), min_size=1, max_size=6)


@settings(deadline=None, max_examples=60)
@given(sides("가 나 다 라 마 바"), sides("a b c d e f"))
def test_against_all_pairs(sources: list[Sketch], targets: list[Sketch]) -> None:
    """The scores are those of the definition, and no document is paired where a far better one is free for it."""
    found = match(sources, targets, [LEXICON])
    scores = np.array([[judged(a, b, sources, targets, LEXICON) for b in targets] for a in sources])
    for i, j, score in found.pairs:
        assert score == pytest.approx(scores[i, j], abs=2e-4)
    for i in found.alone_sources:
        for j in found.alone_targets:
            best = max(scores[i].max(), scores[:, j].max())
            assert scores[i, j] < matching.LEAST + 2e-4 or scores[i, j] < matching.SHARE * best + 2e-4


def test_few_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time is near-linear: a document is compared with a fixed number of others, however many there are."""
    rng = random.Random(0)
    words = [
        [side.words[k] for k in np.argsort(-side.counts)[:3000]] for side in (LEXICONS[0].source, LEXICONS[0].target)
    ]
    many = [[Sketch("", np.unique(hashes(rng.sample(some, 40)))) for _ in range(300)] for some in words]
    compared: list[int] = []
    monkeypatch.setattr(matching, "_one_to_one", lambda i, j, *rest: compared.append(len(i)) or [])
    match(*many, LEXICONS)
    assert 0 < compared[0] <= 2 * 300 * matching.CANDIDATES


def test_files_whose_names_tell_nothing(tmp_path: Path) -> None:
    names = list(range(40))
    random.Random(3).shuffle(names)
    wanted = set()
    for k, folder in enumerate(NEWS):
        paths = [tmp_path / f"n{names[2 * k + side]}.txt" for side in range(2)]
        for path, lang in zip(paths, ("ko", "en"), strict=True):
            path.write_bytes((folder / f"{lang}.txt").read_bytes())
        wanted.add(tuple(map(str, paths)))
    odd = {"a.txt": "", "b.txt": "1 2 3", "c.txt": "Le chat est dans la maison et les enfants sont dans le jardin."}
    for name, content in odd.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    (tmp_path / "d.docx").write_bytes(b"no Word file")
    found = mixed([str(tmp_path)])
    assert {(pair.source, pair.target) for pair in found.pairs} == wanted
    assert all(pair.where.startswith("by content (0.") for pair in found.pairs)
    assert {Path(path).name for path in found.alone} == set(odd)
    assert "d.docx" in found.errors[0]
    assert found.notes == ("articles: 1 in fr left out: pairs are ko-en",)
    turned = mixed([str(tmp_path)], "en", "ko")
    assert {(pair.target, pair.source) for pair in turned.pairs} == wanted


def test_one_language_only(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The house of the man was in it.", encoding="utf-8")
    found = mixed([str(tmp_path)])
    assert (found.pairs, len(found.alone)) == ((), 1)
    assert found.notes == ("articles: 1 in en: two languages are needed for pairs",)


def test_a_manifest_is_not_mixed(tmp_path: Path) -> None:
    (tmp_path / "m.tsv").write_text("source\ttarget\na\tb\n", encoding="utf-8")
    with pytest.raises(InputError, match="leave out --by-content"):
        mixed([str(tmp_path / "m.tsv")])


def test_a_sketch_holds_no_text() -> None:
    document = segment(Document("a", "en", "The treaty of May 3, 2024 was signed by 120 states."))
    assert sketch(document).terms.tolist() == sorted({*sketch(document).terms.tolist()})
    assert np.array_equal(sketch(document).terms, sketch(replace(document, name="b")).terms)
    assert hashes(["n:120"])[0] in sketch(document).terms
