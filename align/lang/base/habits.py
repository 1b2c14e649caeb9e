"""How each language writes what looks like the end of a sentence and is none: seeds/base/sentences.tsv."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from align import resources
from align.tags import primary

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Habits:
    """The closed classes of a language that tell an abbreviation from an end; all words in lower case, without the last stop."""

    names: frozenset[str] = NONE
    """Abbreviations that never end a sentence, since something follows: Dr., bzw."""
    numbers: frozenset[str] = NONE
    """Abbreviations only where a number follows: Nr., S."""
    either: frozenset[str] = NONE
    """Abbreviations that a sentence may end with or go on behind; its next word tells."""
    letters: frozenset[str] = NONE
    """Words of one letter that are no initials."""
    starts: frozenset[str] = NONE
    """Words that, with a capital letter, begin a sentence."""
    ordinals: frozenset[str] | None = None
    """Words before a number that with its stop is an ordinal: am 3. Oktober. None: there are no such ordinals."""
    onward: tuple[str, ...] = ()
    """How a sentence goes on behind a quotation, in a script without capital letters."""
    speech: tuple[str, ...] = ()
    """Verbs that say who spoke, behind a quotation, in such a script."""


@cache
def habits(lang: str) -> Habits | None:
    """The habits of the language of a tag; None where nothing is known of it."""
    return _table().get(primary(lang))


@cache
def _table() -> dict[str, Habits]:
    rows: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in resources.text("base/sentences.tsv").splitlines():
        if line and not line.startswith("#"):
            langs, kind, words = line.split("\t")
            for lang in langs.split():
                rows.setdefault(lang, {})[kind] = (*rows.get(lang, {}).get(kind, ()), *words.split())
    ordered = {field.name for field in fields(Habits) if isinstance(field.default, tuple)}
    return {
        lang: Habits(**{kind: words if kind in ordered else frozenset(words) for kind, words in row.items()})  # type: ignore[arg-type]
        for lang, row in rows.items()
    }
