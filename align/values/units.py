"""The units of measure and money in seeds/base/units.tsv: what they are called, and how they convert."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from align.resources import text


@dataclass(frozen=True, slots=True)
class Unit:
    """One reading of a unit: so many base units of a dimension. 파운드 has two, money and weight."""

    name: str
    dimension: str
    """length, time, ratio, money won, …; the base unit is the one with factor 1."""
    factor: Fraction
    ko: tuple[str, ...]
    """What Korean calls it, the usual form first."""
    en: tuple[str, ...]
    """What English calls it: singular, plural, others."""


@cache
def units() -> dict[str, tuple[Unit, ...]]:
    """The readings of each unit by its canonical name."""
    table: dict[str, tuple[Unit, ...]] = {}
    for line in text("base/units.tsv").splitlines():
        if not line.startswith(("#", "unit\t")):
            name, dimension, factor, ko, en = line.split("\t")
            unit = Unit(name, dimension, Fraction(factor), _forms(ko), _forms(en))
            table[name] = (*table.get(name, ()), unit)
    return table


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


@cache
def forms(lang: str) -> dict[str, str]:
    """The canonical name of each form that a language ("ko", "en") uses for a unit."""
    return {form: unit.name for readings in units().values() for unit in readings for form in getattr(unit, lang)}


@cache
def lengths(lang: str) -> tuple[int, ...]:
    """The lengths that forms have, the longest first."""
    return tuple(sorted({len(form) for form in forms(lang)}, reverse=True))


def is_money(unit: str) -> bool:
    """Whether a canonical name is a currency or a part of one."""
    return any(reading.dimension.startswith("money") for reading in units().get(unit, ()))
