"""Family names that stand alone, and names that another word hangs on, spelt another way than elsewhere in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.evaluation.gold import Gold
from align.evaluation.mutations.change import Change
from align.evaluation.mutations.change import words as change
from align.evaluation.mutations.facts import slips


def changes(gold: Gold) -> Iterator[tuple[Change, object]]:
    """The changes of each mention, and its place."""
    source, target = slips(gold.source_lang), slips(gold.target_lang)
    text = "\n".join(gold.target)
    for name in sorted(set(target.whole_names(text))):
        others = [new for new in source.family(name) if not re.search(rf"\b{new}\b", text)]
        for j, line in enumerate(gold.target):
            for span in target.alone(line, name):
                for new in others:
                    yield change("surname", "target", j, line, span, new), ("surname", j, span)
    for j, line in enumerate(gold.target):
        for low, high in target.hung(line):
            if len(re.findall(rf"\b{re.escape(line[low:high])}\b", text)) > 1:
                for new in source.respelled(line[low:high], ""):
                    yield change("hyphenated", "target", j, line, (low, high), new), ("hyphenated", j, low)


def pronouns(gold: Gold) -> Iterator[tuple[Change, object]]:
    """Quiet: a pronoun for a family name at the head of a sentence, where the one before has it too and nobody else."""
    target = slips(gold.target_lang)
    people = sorted(set(target.whole_names("\n".join(gold.target))))
    for j, line in enumerate(gold.target[1:], 1):
        before = [name for name in people if re.search(rf"\b{name}\b", gold.target[j - 1])]
        for span in target.alone(line, before[0]) if len(before) == 1 else ():
            if span[0] == 0 and line[span[1] : span[1] + 1] == " ":
                for new in target.pronouns:
                    yield change("pronoun", "target", j, line, span, new), ("pronoun", j, span)
