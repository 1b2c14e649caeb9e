"""The translation memory's search: python benchmarks/search.py --units 1000000 [--texts FOLDER] (the table of docs and README).

The units are made from the sentences of corpora/news and, with --texts, of the *.tsv files below a folder (Korean, tab, English):
the first words of one with the last words of another on both sides, some words in the place of others as often as they are used,
and other numbers. The questions are drawn from the units. All is the same in each run.
"""

from __future__ import annotations

import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from random import Random

import click

from align.memory.index import update
from align.memory.keys import key
from align.memory.records import Entry, Record
from align.memory.search import concordance, exact, fuzzy
from align.memory.store import Store

ROOT = Path(__file__).parents[1]
NUMBER = re.compile(r"\d+")
HANGUL = re.compile(r"[가-힣]")
DOCUMENT, BATCH = 20, 500
"""Units of a document; documents of a transaction."""

Pair = tuple[str, str]


def base(texts: Path | None) -> list[Pair]:
    """Sentences and their translations to begin with, each once."""
    found: dict[Pair, None] = {}
    for folder in sorted((ROOT / "corpora" / "news").iterdir()):
        sides = [(folder / f"{lang}.seg").read_text(encoding="utf-8").splitlines() for lang in ("ko", "en")]
        found |= dict.fromkeys(zip(*sides, strict=False))
    for path in sorted(texts.rglob("*.tsv")) if texts else ():
        for line in path.read_text(encoding="utf-8").splitlines():
            source, target, *_ = [*line.split("\t"), "", ""]
            if HANGUL.search(source) and source.count(" ") > 4 and target.count(" ") > 4 and not HANGUL.search(target):
                found[source, target] = None
    return list(found)


def units(pairs: list[Pair], many: int) -> Iterator[Pair]:
    """Distinct units, all with two sides."""
    random = Random(1)
    words = [
        [word for pair in random.sample(pairs, min(20_000, len(pairs))) for word in pair[k].split()] for k in (0, 1)
    ]
    seen: set[int] = set()
    while len(seen) < many:
        one, other, cut = random.choice(pairs), random.choice(pairs), random.random()
        made = []
        for k in (0, 1):
            left, right = one[k].split(), other[k].split()
            mixed = left[: round(cut * len(left))] + right[round(cut * len(right)) :]
            for _ in range(len(mixed) // 10):
                mixed[random.randrange(len(mixed))] = random.choice(words[k])
            made.append(NUMBER.sub(lambda match: str(int(match[0][:9]) + random.randrange(20)), " ".join(mixed)))
        unit = made[0], made[1]
        if all(unit) and (number := key(made[0])) not in seen:
            seen.add(number)
            yield unit


def fill(store: Store, pairs: list[Pair], many: int) -> float:
    """Add the units; seconds in the store, without those that making the units takes."""
    seconds, number = 0.0, 0
    made = units(pairs, many)
    while number < many:
        documents = []
        for _ in range(BATCH):
            entries = [
                Entry(f"{k} 1:1", *unit) for k, unit in zip(range(min(DOCUMENT, many - number)), made, strict=False)
            ]
            number += len(entries)
            if entries:
                record = Record(str(number), str(number), f"{number}.ko", f"{number}.en", "ko", "en", "2024-05-03")
                documents.append((record, entries))
        start = time.perf_counter()
        store.add(documents)
        seconds += time.perf_counter() - start
    return seconds


def edited(text: str, random: Random) -> str:
    """A text with a word of ten in another's place, and another number."""
    words = text.split()
    for _ in range(1 + len(words) // 10):
        words[random.randrange(len(words))] = random.choice(words)
    return NUMBER.sub(lambda match: str(int(match[0][:9]) + 1), " ".join(words))


def questions(store: Store, many: int) -> dict[str, list[Callable[[], object]]]:
    """What is asked, by its name."""
    random = Random(2)
    (last,) = store.connection.execute("SELECT max(id) FROM units").fetchone()
    numbers = [random.randint(1, last) for _ in range(many)]
    rows = [store.connection.execute("SELECT source, target FROM units WHERE id = ?", (k,)).fetchone() for k in numbers]
    sources, targets = ([row[k] for row in rows] for k in (0, 1))
    syllables = [random.choice(re.findall("[가-힣]{2}", text) or ["조약"]) for text in sources]
    english = [random.choice(text.split()).strip(".,()\"'") or "the" for text in targets]
    strange = [" ".join(random.choice(sources)[:9] for _ in range(6)) for _ in rows]
    wanted: dict[str, tuple[Callable[..., object], str, list[str]]] = {
        "exact, source, there": (exact, "source", sources),
        "exact, source, not there": (exact, "source", [f"{text} 끝" for text in sources]),
        "exact, target, there": (exact, "target", targets),
        "fuzzy, Korean": (fuzzy, "source", [edited(text, random) for text in sources]),
        "fuzzy, Korean, nothing alike": (fuzzy, "source", strange),
        "fuzzy, English": (fuzzy, "target", [edited(text, random) for text in targets]),
        "concordance, a syllable": (concordance, "source", [text[0] for text in syllables]),
        "concordance, two syllables": (concordance, "source", syllables),
        "concordance, 12 letters of Korean": (concordance, "source", [f'"{text[5:17]}"' for text in sources]),
        "concordance, two Korean words": (
            concordance,
            "source",
            [" ".join(random.choices(t.split(), k=2)) for t in sources],
        ),
        "concordance, English word": (concordance, "target", english),
        "concordance, the 12 commonest": (
            concordance,
            "target",
            "the of to and in a is for that on with be".split() * (many // 12),
        ),
        "concordance, two English words": (concordance, "target", [f"{a} {b}" for a, b in pairwise(english)]),
        "concordance, English phrase": (concordance, "target", [f'"{" ".join(text.split()[:3])}"' for text in targets]),
    }
    return {
        name: [partial(search, store, text, side) for text in asked] for name, (search, side, asked) in wanted.items()
    }


@click.command()
@click.option("--units", "many", default=1_000_000, show_default=True)
@click.option(
    "--texts", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Folder of more sentence pairs."
)
@click.option("--each", default=200, show_default=True, help="Questions of each kind.")
@click.option("--keep", type=click.Path(), help="File to keep the store in; one that is there is used as it is.")
def main(many: int, texts: Path | None, each: int, keep: str | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = keep or str(Path(folder) / "memory.tm")
        click.echo("| what | measured |\n|---|---|")
        if not (keep and Path(keep).is_file()):
            build(path, base(texts), many)
        start = time.perf_counter()
        with Store.open(path) as store:
            concordance(store, "조약")
            click.echo(f"| open, and a first search | {1000 * (time.perf_counter() - start):.0f} ms |")
            click.echo("\n| search | p50 ms | p95 ms | most | found |\n|---|---|---|---|---|")
            for name, asked in questions(store, each).items():
                measure(name, asked)


def build(path: str, pairs: list[Pair], many: int) -> None:
    with Store.open(path, writing=True) as store:
        added = fill(store, pairs, many)
        before = peak()
        start = time.perf_counter()
        assert update(store) == many
        indexed = time.perf_counter() - start
        click.echo(f"| add {many:,} units | {added:.1f} s |\n| index them | {indexed:.1f} s |")
        click.echo(
            f"| peak memory with the benchmark's own, before and after indexing | {before:.0f}, {peak():.0f} MB |"
        )
        (entries,) = store.connection.execute("SELECT sum(length(places)) FROM postings").fetchone()
        (rows,) = store.connection.execute("SELECT count(*) FROM postings").fetchone()
    size = Path(path).stat().st_size
    click.echo(f"| file; of it entries of the index | {size / 1e6:.0f}; {entries / 1e6:.0f} MB in {rows:,} rows |")


def measure(name: str, asked: list[Callable[[], object]]) -> None:
    took, found = [], 0
    for ask in asked:
        start = time.perf_counter()
        found += bool(ask())
        took.append(1000 * (time.perf_counter() - start))
    took.sort()
    middle, high = took[len(took) // 2], took[len(took) * 95 // 100]
    click.echo(f"| {name} | {middle:.1f} | {high:.1f} | {took[-1]:.1f} | {found} of {len(took)} |")


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20)


if __name__ == "__main__":
    main()
