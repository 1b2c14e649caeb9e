"""Whole sentences dropped, given twice, left in the source's language, or joined to the next one."""

from __future__ import annotations

from collections.abc import Iterator

from align.evaluation.gold import Gold
from align.evaluation.mutations.change import Change
from align.evaluation.mutations.change import words as change
from align.evaluation.mutations.facts import slips
from align.lang.base.clauses import finished

LONG = 40
"""Characters of an English sentence that is dropped, at least."""
SHORT = 20
"""The same of a language that writes syllables."""


def changes(gold: Gold) -> Iterator[tuple[Change, object]]:
    """The changes of each line that alone renders one line, not the title, and their places."""
    for left, right in gold.beads:
        if len(left) == len(right) == 1 and right[0]:
            i, j = left[0], right[0]
            line = gold.target[j]
            if len(line) > (LONG if line.isascii() or sum(map(str.isascii, line)) > len(line) / 2 else SHORT):
                yield Change("dropped", "target", j, None), ("dropped", j)
                twice = f"{line} {line}"
                if finished(line):
                    yield Change("duplicated", "target", j, twice, (0, len(twice))), ("duplicated", j)
                sentence = change("untranslated", "target", j, line, (0, len(line)), gold.source[i])
                yield sentence, ("untranslated", j)


def joined(gold: Gold) -> Iterator[tuple[Change, object]]:
    """Quiet: two neighbours that render two neighbours, in one paragraph, as one sentence."""
    join = slips(gold.target_lang).joined
    partner = {right[0]: left[0] for left, right in gold.beads if len(left) == len(right) == 1}
    for j in range(1, len(gold.target) - 1):
        first, second = gold.target[j], gold.target[j + 1]
        together = gold.target_text is None or f"{first} {second}" in gold.target_text
        if together and partner.get(j, -9) + 1 == partner.get(j + 1, -1):
            for text in join(first, second):
                yield Change("merged", "target", j, text, (0, len(text)), merge=True), ("merged", j)
