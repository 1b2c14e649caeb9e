"""The errors that a folder of gold has planted in its second English, en.bad.seg: errors.tsv says which and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from align import checks
from align.errors import FormatError
from align.evaluation.edits import Span, edited
from align.evaluation.gold import Gold

TYPES = tuple(
    (
        "date_wrong weekday_wrong number_wrong magnitude_wrong unit_wrong name_spelling name_wrong untranslated omission "
        "term_inconsistent"
    ).split()
)
"""Types of errors in the order of the tables; others that a rule names follow."""


def finders() -> dict[str, tuple[str, ...]]:
    """Type of error -> the rules that say they may find it."""
    types = dict.fromkeys((*TYPES, *(type_ for rule in checks.RULES.values() for type_ in rule.planted)))
    return {type_: tuple(name for name, rule in checks.RULES.items() if type_ in rule.planted) for type_ in types}


RULES = finders()
"""Type of error -> the rules that may find it; an error of any other type is planted, and found by none."""


@dataclass(frozen=True, slots=True)
class Planted:
    """One error in a translation, which is right but for these."""

    id: str
    type: str
    source: int
    """Its line of the source, counted from 0."""
    target: int | None
    """Its line of the translation, None for a sentence that was dropped."""
    span: Span
    """In that line: the wrong words."""
    right: str
    wrong: str
    note: str


def planted(folder: Path, gold: Gold) -> tuple[Gold, tuple[Planted, ...]]:
    """`gold` with the errors in its translation, and the errors; unchanged and () where the folder has none, or gold is turned."""
    if gold.turned:
        return gold, ()
    file, bad = folder / "errors.tsv", folder / f"{gold.target_lang}.bad.seg"
    if not (file.exists() and bad.exists()):
        return gold, ()
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    texts = bad.read_text(encoding="utf-8").splitlines()
    for number, row in enumerate(rows, 1):
        if len(row) != 7 or not _there(row[2], gold.source) or not (row[3] == "-" or _there(row[3], texts)):
            raise FormatError(
                f"{file}:{number}", "not an error", "id, type, two lines, right, wrong, note; see README.md"
            )
    dropped = {row[4] for row in rows if row[3] == "-"}
    kept = [i for i, line in enumerate(gold.target) if line not in dropped]
    if len(kept) != len(texts):
        raise FormatError(str(bad), f"{len(texts)} lines, {len(kept)} expected", "only omissions drop a line")
    lines: dict[int, str | None] = dict.fromkeys(set(range(len(gold.target))) - set(kept))
    lines.update(zip(kept, texts, strict=True))
    found = []
    for id_, type_, source, target, right, wrong, note in rows:
        line = None if target == "-" else int(target)
        span = (0, 0) if line is None else _changed(gold.target[kept[line]], texts[line], wrong)
        found.append(Planted(id_, type_, int(source), line, span, right, wrong, note))
    return edited(gold, "target", lines), tuple(found)


def _there(number: str, lines: Sequence[str]) -> bool:
    return number.isdecimal() and int(number) < len(lines)


def _changed(right: str, wrong: str, words: str) -> Span:
    """Where `words` lie in the line `wrong`: of several places the one that differs most from the line `right`."""
    places = [k for k in range(len(wrong)) if wrong.startswith(words, k)]
    if not places:
        raise FormatError(words, "not in its line", f"the line is: {wrong[:60]}")
    changes = [
        (low, high)
        for tag, _, _, low, high in SequenceMatcher(None, right, wrong, autojunk=False).get_opcodes()
        if tag != "equal"
    ]

    def changed(start: int) -> int:
        return sum(low <= start + len(words) and start <= high for low, high in changes)

    start = max(places, key=changed)
    return start, start + len(words)
