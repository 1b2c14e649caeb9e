"""Learn the sound table and measure it on names held out: python benchmarks/sound.py TRAIN [-o seeds/ko-en/sound.json]

TRAIN is the folder with wikidata_names/ and cldr/. Prints recall at 1 % false matches of a tenth of the names that nothing is
learnt from, against random other names and against names with the same first syllable. About one pair in twenty of the
source is no transliteration (비 and Rain, 도희 and Min Do-hee): the second two lines leave out those that a first, rough
table does not hear.
"""

from __future__ import annotations

import random
from pathlib import Path

import click
import numpy as np

from align.lang.base.letters import letters
from align.lang.ko.names.sounds import ratios_of
from align.lang.ko.sound import LONGEST, SoundModel, parse
from align.training.sound import in_order, learn, word_pairs

PLACES = ("territory", "city", "language", "script")
FIRST, ALL = 8_000, 14_000
"""Foreign names that the first, rough table and the shipped one are learnt from: more change nothing."""


def names(path: Path) -> list[tuple[str, str]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [(cells[0], cells[1]) for line in lines if len(cells := line.split("\t")) > 1]


@click.command()
@click.argument("train", type=click.Path(exists=True, path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path))
def main(train: Path, output: Path | None) -> None:
    shuffle = random.Random(0).shuffle
    korean = names(train / "wikidata_names" / "korean_person.train.tsv")
    foreign = names(train / "wikidata_names" / "other_names.train.tsv")
    rows = (line.split("\t") for line in (train / "cldr" / "cldr.ko-en.tsv").read_text(encoding="utf-8").split("\n"))
    places = [(row[2], row[3]) for row in rows if row[0] in PLACES]
    shuffle(korean)
    shuffle(foreign)
    held = korean[: len(korean) // 10] + foreign[: len(foreign) // 10]
    korean, foreign = korean[len(korean) // 10 :], foreign[len(foreign) // 10 :]
    rough = word_pairs(foreign)
    shuffle(rough)
    first = parse(learn(word_pairs(korean) + rough[:FIRST], 4))
    clean = in_order(foreign, first)
    shuffle(clean)
    table = learn(in_order(korean, first) + clean[:ALL] + in_order(places, first))
    measure(held, first, parse(table))
    if output:
        output.write_text(table, encoding="utf-8")


Name = tuple[str, list[str], list[str]]
"""The Hangul, its words, and as many Latin words in a-z."""


def measure(held: list[tuple[str, str]], rough: SoundModel, table: SoundModel) -> None:
    """Recall of whole names at 1 % false matches: of all that have as many words on both sides, and of the transliterated ones."""
    every = [found for hangul, latin in held if (found := words(hangul, latin))]
    heard = scores([(a, b) for _, a, b in every], rough) > 0
    for what, names in (
        ("all", every),
        ("transliterated", [n for n, right in zip(every, heard, strict=True) if right]),
    ):
        right = scores([(a, b) for _, a, b in names], table)
        for kind, wrong in (("random names", others(names, False)), ("same first syllable", others(names, True))):
            line = np.quantile(scores(wrong, table), 0.99)
            click.echo(f"{what}, {kind}: recall {np.mean(right > line):.4f} at 1 % false matches, {len(names)} names")


def words(hangul: str, latin: str) -> Name | None:
    """A name in words, a Korean's in family name and given name; None where the two sides have not as many."""
    left, right = hangul.split(), [plain for word in latin.split() if (plain := letters(word))]
    if len(left) == 1 and len(right) > 1 and 2 <= len(hangul) <= 4:
        cut = 2 if len(hangul) == 4 else 1
        left = [hangul[:cut], hangul[cut:]]
        right = [right[0], "".join(right[1:])]
    whole = all("가" <= c <= "힣" for word in left for c in word) and all(len(word) <= LONGEST for word in right)
    return (hangul, left, right) if whole and left and len(left) == len(right) else None


def others(names: list[Name], alike: bool) -> list[tuple[list[str], list[str]]]:
    """Names with another's Latin form, as many words of it; `alike`: of a name that begins with the same syllable."""
    pick = random.Random(1)
    by: dict[tuple[object, ...], list[Name]] = {}
    for name in names:
        by.setdefault((len(name[1]), name[0][0] if alike else ""), []).append(name)
    wrong = []
    for hangul, left, right in names:
        for other in pick.choices(by[len(left), hangul[0] if alike else ""], k=4):
            if other[0] != hangul and other[2] != right:
                wrong.append((left, other[2]))
    return wrong


def scores(pairs: list[tuple[list[str], list[str]]], table: SoundModel) -> np.ndarray:
    """Log ratio a letter of each pair, of the best order of its Latin words."""
    turned = [[b[k:] + b[:k] for k in sorted({0, 1, len(b) - 1}) if k < len(b)] for _, b in pairs]
    asked = {
        pair: n
        for n, pair in enumerate(
            dict.fromkeys(
                pair
                for (a, _), orders in zip(pairs, turned, strict=True)
                for order in orders
                for pair in zip(a, order, strict=True)
            )
        )
    }
    heard = np.array([word_ratio for part in batches(list(asked)) for word_ratio in ratios_of(part, table)])
    return np.array(
        [
            max(sum(max(WORST, heard[asked[pair]]) for pair in zip(a, order, strict=True)) for order in orders)
            / sum(map(len, (*a, *b)))
            for (a, b), orders in zip(pairs, turned, strict=True)
        ]
    )


WORST = -30.0
"""Log ratio that one word can cost a name."""


def batches(pairs: list[tuple[str, str]], size: int = 4000) -> list[list[tuple[str, str]]]:
    return [pairs[k : k + size] for k in range(0, len(pairs), size)]


if __name__ == "__main__":
    main()
