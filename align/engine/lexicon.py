"""Word translation probabilities of a language pair, both ways, as learnt by `align train`.

The file is an uncompressed .npz without pickles: two vocabularies, and the word pairs in rows by source word. A
probability is kept in one byte, as round(-24 ln p): steps of 4 per cent down to 2e-5, finer than the estimate.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from align import resources
from align.engine.evidence.ranges import spread, starts
from align.errors import FormatError
from align.tags import canonical, primary

SHIPPED = tuple(
    f"{pair.name}/{path.name}"
    for pair in sorted(resources.folder() / "-".join(each) for each in resources.pairs())
    for path in sorted(pair.glob("lexicon*.npz"))
)
"""The lexicons of all language pairs, by their names in `seeds/`; those from share-alike sources, .sharealike.npz, may be missing."""
SCHEMA = "align-lexicon/1"
STEPS = 24.0
"""Steps of one nat in a stored probability."""

FAITH = 0.75
"""What the checks take a lexicon to know; the engine estimates it in each document."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Side:
    """The words of one language and how often each was seen."""

    words: tuple[str, ...]
    counts: NDArray[np.float32]
    index: Mapping[str, int] = field(repr=False)

    @classmethod
    def of(cls, words: Sequence[str], counts: NDArray[np.float32]) -> Side:
        return cls(tuple(words), counts, dict(zip(words, range(len(words)), strict=True)))

    def numbers(self, words: Sequence[str]) -> NDArray[np.int64]:
        """The number of each of `words`, -1 where it is not known."""
        index = self.index
        return np.array([index.get(word, -1) for word in words], dtype=np.int64)

    def seen(self, numbers: NDArray[np.int64]) -> Floats:
        """How often each word of `numbers` was seen."""
        return np.where(numbers >= 0, np.append(self.counts, np.float32(0.0))[numbers], 0.0).astype(np.float64)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """t(target | source) and t(source | target) of the word pairs worth keeping, in rows by source word."""

    source_lang: str
    target_lang: str
    source: Side
    target: Side
    rows: NDArray[np.int64]
    """Where each source word's pairs begin; one more at the end."""
    columns: NDArray[np.int32]
    """Target word of each pair."""
    forward: NDArray[np.uint8]
    """t(target | source), in steps."""
    backward: NDArray[np.uint8]
    """t(source | target), in steps."""
    name: str = ""
    faith: float = FAITH
    """Share of the uses of a well-known word that are rendered by a pair which the lexicon has."""

    def pairs(
        self, source: Sequence[str], target: Sequence[str]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats, Floats]:
        """The known pairs of two word lists: positions in `source`, in `target`, t(target | source), t(source | target)."""
        return self.linked(self.source.numbers(source), self.target.numbers(target))

    def linked(
        self, source: NDArray[np.int64], target: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats, Floats]:
        """The same of words by their numbers."""
        position = np.full(len(self.target.words) + 1, -1, dtype=np.int64)
        position[target] = np.arange(len(target))
        position[-1] = -1  # where words went that are not known
        i = np.flatnonzero(source >= 0)
        k = source[i]
        cells, of = spread(self.rows[k], self.rows[k + 1])
        found = position[self.columns[cells]]
        kept = found >= 0
        cells = cells[kept]
        return (
            i[of[kept]],
            found[kept],
            np.exp(self.forward[cells] / -STEPS),
            np.exp(self.backward[cells] / -STEPS),
        )

    def reversed(self) -> Lexicon:
        """The same knowledge for the opposite direction."""
        order = np.argsort(self.columns, kind="stable")
        source = np.repeat(np.arange(len(self.source.words), dtype=np.int32), np.diff(self.rows))
        lengths = np.bincount(self.columns, minlength=len(self.target.words))
        return Lexicon(
            self.target_lang,
            self.source_lang,
            self.target,
            self.source,
            starts(lengths),
            source[order],
            self.backward[order],
            self.forward[order],
            self.name,
            self.faith,
        )

    def write(self) -> bytes:
        """The bytes of the file: the same for the same lexicon."""
        head = {
            "schema": SCHEMA,
            "source": self.source_lang,
            "target": self.target_lang,
            "name": self.name,
            **({} if self.faith == FAITH else {"faith": self.faith}),
        }
        arrays = {
            "head": _text([json.dumps(head, ensure_ascii=False, sort_keys=True)]),
            "source_words": _text(self.source.words),
            "source_counts": self.source.counts,
            "target_words": _text(self.target.words),
            "target_counts": self.target.counts,
            "lengths": np.diff(self.rows).astype(np.uint16),
            "columns": self.columns.astype(np.uint16 if len(self.target.words) < 1 << 16 else np.uint32),
            "forward": self.forward,
            "backward": self.backward,
        }
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:  # np.savez stamps the time of day
            for key, array in arrays.items():
                data = io.BytesIO()
                np.lib.format.write_array(data, np.ascontiguousarray(array), allow_pickle=False)
                archive.writestr(zipfile.ZipInfo(f"{key}.npy"), data.getvalue())
        return out.getvalue()


def _text(words: Sequence[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(words).encode(), dtype=np.uint8)


def of_pair(source_lang: str, target_lang: str) -> tuple[str, ...]:
    """The names of the shipped lexicons of a language pair, in whichever direction they are.

    >>> of_pair("en-US", "KO"), of_pair("is", "en")
    (('ko-en/lexicon.npz', 'ko-en/lexicon.sharealike.npz'), ())
    """
    folder = "-".join(resources.in_direction(primary(source_lang), primary(target_lang)))
    return tuple(name for name in SHIPPED if name.startswith(f"{folder}/"))


@cache
def shipped(name: str) -> Lexicon | None:
    """A lexicon of `seeds/`, read once; None where it is not installed."""
    found = resources.data(name)
    return read(found, name) if found else None


def read(data: bytes, name: str) -> Lexicon:
    """The lexicon in `data`; FormatError where it is none."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            words = {key: arrays[key].tobytes().decode() for key in ("head", "source_words", "target_words")}
            head = json.loads(words["head"])
            if head["schema"] != SCHEMA:
                raise FormatError(name, f"a lexicon of schema {head['schema']}", f"this program reads {SCHEMA}")
            source = Side.of(words["source_words"].split("\n"), arrays["source_counts"])
            target = Side.of(words["target_words"].split("\n"), arrays["target_counts"])
            lengths = arrays["lengths"].astype(np.int64)
            columns = arrays["columns"].astype(np.int32)
            forward, backward = arrays["forward"], arrays["backward"]
    except (ValueError, KeyError, TypeError, OSError, EOFError, zipfile.BadZipFile) as error:
        raise FormatError(name, "not a lexicon", "make one with `align train`") from error
    rows = starts(lengths)
    if not (
        len(source.words) == len(source.counts) == len(lengths)
        and len(target.words) == len(target.counts)
        and rows[-1] == len(columns) == len(forward) == len(backward)
        and (not len(columns) or int(columns.max()) < len(target.words))
    ):
        raise FormatError(
            name, "a damaged lexicon: its tables do not fit each other", "make it again with `align train`"
        )
    return Lexicon(
        canonical(head["source"]),
        canonical(head["target"]),
        source,
        target,
        rows,
        columns,
        forward,
        backward,
        head.get("name", ""),
        float(head.get("faith", FAITH)),
    )
