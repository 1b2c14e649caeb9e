"""Learn which words English writes in lower case: python benchmarks/lower.py TRAIN TERMS [-o seeds/en/lower.txt]

TRAIN is the folder with the parallel texts of seeds/NOTICE.md, TERMS seeds/ko-en/terms.tsv. A word counts where lower case is at
least half as frequent as a capital inside a line. What is in the list is no name because of its capital.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import click

SOURCES = (
    "gnome_user_docs hf_course mozilla_www nodejs_site opensource_guide python_docs react_docs tensorflow_docs vite_docs vue_docs"
).split()
OFTEN = 3
WORD = re.compile(r"[A-Za-zÀ-ɏ]+")
HANGUL = re.compile("[가-힣]")


@click.command()
@click.argument("train", type=click.Path(exists=True, path_type=Path))
@click.argument("terms", type=click.Path(exists=True, path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
def main(train: Path, terms: Path, output: Path) -> None:
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for path in sorted(file for name in SOURCES for file in (train / name).glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            for cell in line.split("\t"):
                if len(HANGUL.findall(cell)) > 2:
                    continue
                for k, word in enumerate(WORD.findall(cell)):
                    if word.islower():
                        small[word] += 1
                    elif k and word[1:].islower():
                        capital[word.lower()] += 1
    words = {w for w, n in small.items() if n >= OFTEN and 2 * n >= capital[w] and len(w) > 1 and w.isascii()}
    for line in terms.read_text(encoding="utf-8").split("\n"):
        words |= set(re.findall("[a-z]+", line.split("\t")[-1]))
    output.write_text("\n".join(sorted(words)) + "\n", encoding="utf-8")
    click.echo(f"{len(words)} words")


if __name__ == "__main__":
    main()
