"""Learn the sound table and measure it on names held out: python benchmarks/sound.py TRAIN [-o seeds/sound.ko-en.json]

TRAIN is the folder with wikidata_names/ and cldr/. Prints recall at 1 % false matches, against random other names and
against names with the same first syllable.
"""

from __future__ import annotations

import random
from pathlib import Path

import click
import numpy as np

from align.lang.ko.sound import SoundModel, parse, ratios
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
    measure(in_order(held, first, 1.0), parse(table))
    if output:
        output.write_text(table, encoding="utf-8")


def measure(pairs: list[tuple[str, str]], table: SoundModel) -> None:
    pick = random.Random(1)
    hangul, latin = [a for a, _ in pairs], [b for _, b in pairs]
    alike: dict[str, list[int]] = {}
    for i, word in enumerate(hangul):
        alike.setdefault(word[0], []).append(i)

    def scores(chosen: list[tuple[int, int]]) -> np.ndarray:
        found = ratios(hangul, latin, np.array(chosen), table)
        return np.array([found[k, len(hangul[i]) - 1] for k, (i, _) in enumerate(chosen)])

    right = scores([(i, i) for i in range(len(pairs))])
    everyone = range(len(pairs))
    chance = scores([(i, j) for i in everyone for j in pick.choices(everyone, k=5) if latin[j] != latin[i]])
    same = scores([(i, j) for i in everyone for j in pick.choices(alike[hangul[i][0]], k=4) if latin[j] != latin[i]])
    for name, wrong in (("random names", chance), ("same first syllable", same)):
        click.echo(
            f"{name}: recall {np.mean(right > np.quantile(wrong, 0.99)):.4f} at 1 % false matches, {len(pairs)} words"
        )


if __name__ == "__main__":
    main()
