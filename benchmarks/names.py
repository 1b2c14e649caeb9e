"""Names in Japanese and Chinese: python benchmarks/names.py [--learn TRAIN [-o seeds]] [KOREANS.tsv...]

With --learn the sound tables of foreign names, Hangul with katakana (in Latin letters) and with Han characters (in pinyin), are
learnt from wikidata_names/tokens.* of the folder TRAIN; told is the area under the ROC curve, and the recall at 1 % false matches,
of a tenth of the pairs that nothing is learnt from, against other pairs' names. A KOREANS.tsv has rows of a Korean name, the forms
that render it, separated by |, and its kind; told is how many forms are accepted for their rows and refused for the others.
"""

from __future__ import annotations

import random
from pathlib import Path

import click
import numpy as np

from align.lang import language
from align.lang.ja.romaji import romaji
from align.lang.ko.names.sounds import ratios_of
from align.lang.ko.names.unspaced import renders
from align.lang.ko.sound import LONGEST, SoundModel, parse
from align.lang.zh.pinyin import pinyin
from align.training.sound import learn

LATIN = {"ja": romaji, "zh": pinyin}
CLEAN = 2
"""Times that a pair has to come to be held to be right; of the others the first, rough table chooses."""
HEARD = 2.0
"""Log ratio of the rough table from which a pair that comes once is learnt from."""
WRONG = 5
"""Names of other pairs against which each right one is held."""
Pair = tuple[str, str]


def pairs(train: Path, lang: str) -> tuple[list[Pair], list[Pair]]:
    """The (Hangul, a-z) pairs that come twice, and those that come once."""
    lines = (train / "wikidata_names" / f"tokens.ko-{lang}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    found: tuple[dict[Pair, None], dict[Pair, None]] = ({}, {})
    for hangul, other, _, count in (line.split("\t") for line in lines):
        latin = LATIN[lang](other)
        if all("가" <= c <= "힣" for c in hangul) and 1 < len(latin) <= LONGEST:
            found[int(count) < CLEAN][hangul, latin] = None
    return list(found[0]), list(found[1])


def learnt(train: Path, lang: str) -> str:
    """The table of a language, with the figures of the pairs held out."""
    often, once = pairs(train, lang)
    random.Random(0).shuffle(often)
    held, often = often[: len(often) // 10], often[len(often) // 10 :]
    rough = parse(learn(often, 4))
    others = {name for pair in held for name in pair}
    more = [p for p, score in zip(once, ratios_of(once, rough), strict=True) if score > HEARD and others.isdisjoint(p)]
    table = learn(often + more)
    click.echo(f"ko-{lang}: {len(often)} + {len(more)} pairs; {figures(held, parse(table))}")
    return table


def figures(held: list[Pair], table: SoundModel) -> str:
    """Area under the ROC curve and recall at 1 % false matches."""
    pick = random.Random(1)
    wrong = [(a, pick.choice(held)[1]) for a, _ in held for _ in range(WRONG)]
    true = set(held)
    right = np.array(ratios_of(held, table))
    false = np.sort(ratios_of([pair for pair in wrong if pair not in true], table))
    area = np.mean((np.searchsorted(false, right, "left") + np.searchsorted(false, right, "right")) / 2 / len(false))
    return f"AUC {area:.4f}, recall {np.mean(right > np.quantile(false, 0.99)):.4f} at 1 % false matches, {len(held)} names"


def accepted(path: Path) -> str:
    """How many forms of a list are accepted for their own rows and refused for the others."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]
    forms = [(name, form) for name, every, *_ in rows for form in every.split("|")]
    other = "ja" if any("ァ" <= c <= "ヺ" for _, form in forms for c in form) else "zh"
    hearing = language("ko").hearing(other)

    def is_right(name: str, form: str) -> bool:
        entry = hearing.entry(name) if hearing else None
        return renders(name, form) or (entry is not None and form in entry.spelt)

    own = [is_right(name, form) for name, form in forms]
    others = [is_right(name, form) for name, *_ in rows for mine, form in forms if mine != name]
    return f"{path}: accepted {np.mean(own):.4f} of {len(own)}, refused {1 - np.mean(others):.4f} of {len(others)}"


@click.command()
@click.argument("lists", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--learn", "train", type=click.Path(exists=True, path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path))
def main(lists: tuple[Path, ...], train: Path | None, output: Path | None) -> None:
    for lang in LATIN if train else ():
        table = learnt(train, lang)
        if output:
            (output / f"ko-{lang}" / "sound.json").write_text(table, encoding="utf-8")
    for path in lists:
        click.echo(accepted(path))


if __name__ == "__main__":
    main()
