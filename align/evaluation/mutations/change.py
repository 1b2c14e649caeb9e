"""What is changed in a pair: a line of one side, or two."""

from __future__ import annotations

from dataclasses import dataclass

from align.evaluation.edits import Span, edited, merged, swapped
from align.evaluation.gold import Gold


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one line: its new `text`, None where it is dropped.

    For `swap` it goes behind the next one, for `merge` it is `text` for both.
    """

    type: str
    side: str
    line: int
    text: str | None
    span: Span = (0, 0)
    """The new words in the new line."""
    swap: bool = False
    merge: bool = False
    answer: tuple[int, Span] | None = None
    """Line and span of the other side's words for what is changed, where known: what is missing is told there."""

    def of(self, gold: Gold) -> Gold:
        """`gold` with the change."""
        if self.swap:
            return swapped(gold, self.side, self.line)
        if self.merge and self.text is not None:
            return merged(gold, self.side, self.line, self.text)
        return edited(gold, self.side, {self.line: self.text})


def words(
    type_: str, side: str, line: int, text: str, span: Span, new: str, answer: tuple[int, Span] | None = None
) -> Change:
    """The change of the words at `span` of a line's `text` to `new`."""
    after = span[0], span[0] + len(new)
    return Change(type_, side, line, text[: span[0]] + new + text[span[1] :], after, answer=answer)
