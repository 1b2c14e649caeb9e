"""Make the table of how Korean reads Han characters: python benchmarks/readings.py TRAIN [-o seeds/ko/readings.tsv]

TRAIN is the folder with hanja/, as seeds/NOTICE.md describes it. One line a reading: the syllable, a tab, the characters; the
reading that a character is known for comes first where it has several, so that a character stands in lines of several ranks.
What the initial-sound rule makes of a reading (량 -> 양) is left to the rule.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import click

from align.lang.ko.readings import ZERO, initial
from align.lang.ko.tokens import WORD


def read(path: Path) -> dict[str, list[str]]:
    """Han character -> its readings, without what the rule makes of another of them."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        han, syllables = line.split("\t")
        known = [s for s in syllables.split("|") if WORD.fullmatch(s)]
        made = {initial(s) for s in known if initial(s) != s}
        found[han] = [s for s in known if s not in made]
    return found


@click.command()
@click.argument("train", type=click.Path(exists=True, path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
def main(train: Path, output: Path) -> None:
    lines: dict[tuple[int, str], list[str]] = defaultdict(list)
    table = read(train / "hanja" / "readings.han-ko.tsv") | {ZERO: ["영", "공"]}
    for han, syllables in sorted(table.items()):
        for rank, syllable in enumerate(syllables):
            lines[rank, syllable].append(han)
    rows = [f"{syllable}\t{''.join(characters)}\n" for (_, syllable), characters in sorted(lines.items())]
    output.write_text("".join(rows), encoding="utf-8")
    click.echo(f"{len(table)} characters")


if __name__ == "__main__":
    main()
