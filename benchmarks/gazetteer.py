"""Make the gazetteers of Korean with Japanese and with Chinese: python benchmarks/gazetteer.py TRAIN [-o seeds]

TRAIN is the folder with cldr/ and geonames/. The Korean forms, the kinds and their order are those of the Korean-English
gazetteer; the other language's forms are those of `benchmarks/gazetteer/`, which were written for this project, else CLDR's
for a country, or GeoNames' for a town. Chinese has simplified and traditional forms side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from align.lang.base.names.entries import rows

OWN = Path(__file__).parent / "gazetteer"
HEADS = {
    "ja": "# Names in Korean and in Japanese: Korean forms, Japanese forms, kind. Marks as in ko-en/gazetteer.tsv.",
    "zh": "# Names in Korean and in Chinese: Korean forms, simplified and traditional forms, kind. Marks as in ko-en/gazetteer.tsv.",
}
LARGE = 100_000
"""Inhabitants of a town that is taken from GeoNames."""
HAN_WRITING = frozenset(("CN", "JP", "TW", "HK", "MO"))
"""Countries whose towns are written in Han characters, so that no sound tells them."""
KEPT = "龍"
TOWN = "시"
"""What GeoNames has behind a town's Korean name, and newspapers leave out."""


def main_rows(train: Path, lang: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Korean forms, other forms, kind."""
    own, more = _own(lang)
    countries = _countries(train, lang)
    seen: set[str] = set()
    for korean, _, kind in rows("gazetteer.tsv", "ko", "en"):
        names = korean.split("|")
        forms = next((own[n] for n in names if n in own), ()) or next(
            (countries[n] for n in names if n in countries), ()
        )
        if kind.startswith("country"):  # its own forms first: abbreviations and capitals are none of CLDR's
            forms = (*forms, *(f for n in names for f in countries.get(n, ()) if f not in forms))
        if forms:
            seen |= set(names)
            yield korean, forms, kind
    for korean, forms, kind in more:
        seen |= set(korean.split("|"))
        yield korean, forms, kind
    for korean, forms in _towns(train, lang):
        if korean not in seen:
            seen.add(korean)
            yield korean, forms, "city?"


def _own(lang: str) -> tuple[dict[str, tuple[str, ...]], list[tuple[str, tuple[str, ...], str]]]:
    """The forms that were written for this project, by Korean name, and whole rows of their own."""
    tables = _forms()
    found: dict[str, tuple[str, ...]] = {}
    for line in _lines("korea.txt"):
        name, han, *others = line.split("\t")
        simplified = [_turned(form, tables["simplified"]) for form in han.split("|")] if han != "-" else []
        japanese = [new for form in han.split("|") for new in _japanese(form, tables["japanese"])] if han != "-" else []
        written = [[form for form in cell.split("|") if form] for cell in (*others, "", "")[:2]]
        forms = _both([*written[1], *simplified], tables) if lang == "zh" else [*written[0], *japanese]
        found[name] = tuple(dict.fromkeys(forms))
    for name in [name for name in found if name + TOWN in found]:  # 대전 and 대전시 are one town, and one set of forms
        found[name] = found[name + TOWN] = tuple(dict.fromkeys((*found[name], *found[name + TOWN])))
    more = []
    for line in _lines("world.txt"):
        name, japanese_, chinese, *kind = line.split("\t")
        forms = _both(chinese.split("|"), tables) if lang == "zh" else japanese_.split("|")
        if name.startswith("!"):
            more.append((name[1:], tuple(dict.fromkeys(forms)), kind[0]))
        else:
            found[name] = tuple(dict.fromkeys(forms))
    return found, more


def _lines(name: str) -> Iterator[str]:
    return (line for line in (OWN / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))


def _forms() -> dict[str, dict[str, str]]:
    """Traditional characters to their simplified and to their Japanese forms."""
    found: dict[str, dict[str, str]] = {"simplified": {}, "japanese": {}}
    for line in _lines("forms.txt"):
        name, pairs = line.split(" ")
        for old, new in zip(pairs[::2], pairs[1::2], strict=True):
            found[name].setdefault(old, new)
    return found


def _turned(form: str, table: dict[str, str]) -> str:
    return "".join(table.get(c, c) for c in form)


def _japanese(form: str, table: dict[str, str]) -> Iterator[str]:
    """With its usual characters, and with those that names keep: 竜仁 and 龍仁."""
    yield _turned(form, {old: new for old, new in table.items() if old not in KEPT})
    yield _turned(form, table)


def _both(forms: Iterable[str], tables: dict[str, dict[str, str]]) -> list[str]:
    """Simplified forms, each followed by its traditional one."""
    back: dict[str, str] = {}
    for old, new in tables["simplified"].items():
        back.setdefault(new, old)
    return [both for form in forms for both in (form, _turned(form, back))]


def _countries(train: Path, lang: str) -> dict[str, tuple[str, ...]]:
    lines = (train / "cldr" / "cldr.ko-en-ja-zh-zht.tsv").read_text(encoding="utf-8").splitlines()
    columns = {"ja": (4,), "zh": (5, 6)}[lang]
    found: dict[str, tuple[str, ...]] = {}
    for line in lines:
        cells = line.split("\t")
        if cells[0] == "territory" and cells[1].isalpha():
            forms = (part for k in columns for part in cells[k].split("(")[0].split("（")[:1])
            found[cells[2]] = tuple(dict.fromkeys(form.strip() for form in forms))
    return found


def _towns(train: Path, lang: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Towns that Han characters write, and for Chinese all large ones."""
    lines = (train / "geonames" / "cities.ko-ja-zh.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for line in lines:
        _, _, country, people, korean, _, han = (*line.split("\t"), "")[:7]
        names = [name.removesuffix(TOWN).strip() for name in korean.split("|")]
        if int(people) < LARGE or country == "KR" or len(names[0]) < 3 or " " in names[0]:
            continue
        forms = tuple(form for form in han.split("|") if 1 < len(form) < 7)
        if forms and (lang == "zh" or country in HAN_WRITING):
            yield names[0], forms


@click.command()
@click.argument("train", type=click.Path(exists=True, path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("seeds"))
def main(train: Path, output: Path) -> None:
    for lang, head in HEADS.items():
        path = output / f"ko-{lang}" / "gazetteer.tsv"
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = ["\t".join((korean, "|".join(forms), kind)) for korean, forms, kind in main_rows(train, lang)]
        path.write_text("\n".join((head, f"ko\t{lang}\tkind", *lines)) + "\n", encoding="utf-8")
        click.echo(f"{path}: {len(lines)} names")


if __name__ == "__main__":
    main()
