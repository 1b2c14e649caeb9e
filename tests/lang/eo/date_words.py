"""A date as Esperanto has it."""

from __future__ import annotations

from align.values import When

MONTHS = "januaro februaro marto aprilo majo junio julio aŭgusto septembro oktobro novembro decembro".split()
WEEKDAYS = "lundo mardo merkredo ĵaŭdo vendredo sabato dimanĉo".split()


def words(when: When) -> str:
    if when.day and when.month:
        return f"la {when.day}-a de {MONTHS[when.month - 1]}{f' {when.year}' if when.year else ''}"
    return WEEKDAYS[when.weekday] if when.weekday is not None else ""
