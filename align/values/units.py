"""Units of measure and money: how they convert (seeds/base/units.tsv), and what a language calls them (seeds/LANGUAGE/units.tsv)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from align.resources import data


@dataclass(frozen=True, slots=True)
class Unit:
    """One reading of a unit: so many base units of a dimension. 파운드 has two, money and weight."""

    name: str
    dimension: str
    """length, time, ratio, money won, …; the base unit is the one with factor 1."""
    factor: Fraction


@cache
def units() -> dict[str, tuple[Unit, ...]]:
    """The readings of each unit by its canonical name."""
    table: dict[str, tuple[Unit, ...]] = {}
    for name, dimension, factor in _rows("base"):
        table[name] = (*table.get(name, ()), Unit(name, dimension, Fraction(factor)))
    return table


@cache
def called(lang: str) -> dict[str, tuple[str, ...]]:
    """The forms of each unit in a language, the usual first (in English singular, plural, others); empty where it has no table."""
    return {name: tuple(forms.split("|")) for name, forms in _rows(lang)}


@cache
def forms(lang: str) -> dict[str, str]:
    """The canonical name of each form that a language uses for a unit."""
    return {form: name for name, own in called(lang).items() for form in own}


@cache
def lengths(lang: str) -> tuple[int, ...]:
    """The lengths that forms have, the longest first."""
    return tuple(sorted({len(form) for form in forms(lang)}, reverse=True))


def is_money(unit: str) -> bool:
    """Whether a canonical name is a currency or a part of one."""
    return any(reading.dimension.startswith("money") for reading in units().get(unit, ()))


def _rows(folder: str) -> Iterator[list[str]]:
    for line in data(f"{folder}/units.tsv").decode().splitlines():
        if line and not line.startswith(("#", "unit\t")):
            yield line.split("\t")
