"""English clauses left out of a sentence, and two sentences joined to one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.lang.base.slips import Slip
from align.lang.en.clauses import clauses

WORDS = 4
"""Words from which on a clause is left out."""
FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|dozen|first|second|third|hundreds?|thousands?|millions?)\b"
)
SUBORDINATE = re.compile(
    r"(?:which|who|whom|whose|where|when|whenever|after|before|since|until|because|although|though|while|whereas|unless|if|once"
    r"|with|without|amid|despite|following|including|instead|due|thanks|but"
    r"|and (?:will|would|had|has|have|was|were|is|are|also|then|[a-z]+ed))\b",
    re.IGNORECASE,
)
NEEDED = re.compile(
    r"\b(?:minute|hour|day|week|month|year)s? (?:after|before|since|until)|\b[a-z]+ (?:with|without|where|when|if|once)\b"
)
"""What stands with a phrase that no comma sets off where the rest needs it: six months after, comes up with."""
SAID = re.compile(r"\b(?:said|says|told|added|adding|according|reported|asked|noted|explained|quoted)\b")
"""Words of a clause that says whose words are told: without it the reader is not told less of the matter."""
APPOSITION = re.compile(r"(?:the|a|an)\b")
"""What tells more of a name, between commas."""
QUOTES = '"“”'
LOWER = re.compile(
    r"(?:The|A|An|He|She|It|They|We|This|That|These|Those|In|On|At|But|His|Her|Its|Their|There|However)\b"
)
"""First words that lose their capital inside a sentence."""
NAME = re.compile(r"[A-Z][a-z]+ (?:[A-Z][\w-]+ )?(?:will|has|had|is|was|said|also|[a-z]+ed)\b")
"""A name with its verb, which keeps its capital."""


def cut(text: str) -> Iterator[Slip]:
    """A clause or phrase between commas, or the last one, left out.

    >>> text = "The firm, which had closed its last plant, moved to Pohang because rents are lower there."
    >>> for slip in cut(text): print(text[:slip.span[0]] + slip.new + text[slip.span[1]:])
    The firm moved to Pohang because rents are lower there.
    The firm, which had closed its last plant, moved to Pohang.
    """
    spans = clauses(text)
    for k, (start, end) in enumerate(spans):
        piece, before = text[start:end], text[:start].rstrip()
        comma = before.endswith(",")
        if _alone(piece, inside=comma and piece.endswith(",")) and not _quoted(before):
            begin = len(before) - comma
            if k == 0 and piece.endswith(","):
                after = text[end:].lstrip()
                yield Slip((0, len(text) - len(after) + 1), after[:1].upper())
            elif not comma and NEEDED.search(text[max(0, start - 12) : start + 8]):
                continue
            elif k == len(spans) - 1 and begin > 0 and piece.endswith("."):
                yield Slip((begin, end - 1), "")
            elif comma and piece.endswith(",") and text[end + 1 : end + 2].islower():
                yield Slip((begin, end), "")


def _alone(piece: str, *, inside: bool) -> bool:
    """Whether a piece is a clause of some words without a figure, or an apposition `inside` of commas."""
    if len(piece.split()) < WORDS or FIGURE.search(piece) or SAID.search(piece) or any(q in piece for q in QUOTES):
        return False
    return bool(SUBORDINATE.match(piece) or (inside and APPOSITION.match(piece)))


def _quoted(before: str) -> bool:
    """Whether a quotation is open."""
    return before.count('"') % 2 == 1 or before.count("“") != before.count("”")


def joined(text: str, following: str) -> Iterator[str]:
    """Quiet: two sentences as one, with a semicolon or "and".

    >>> list(joined("He left.", "The talks went on."))
    ['He left; the talks went on.', 'He left, and the talks went on.']
    """
    if not (text.endswith(".") and following.endswith(".")) or re.search(
        r"\b(?:[A-Z]|[a-z]\.[a-z]|Co|Inc|Ltd)\.$", text
    ):
        return
    if not (LOWER.match(following) or NAME.match(following)):
        return
    rest = following[0].lower() + following[1:] if LOWER.match(following) else following
    yield f"{text[:-1]}; {rest}"
    if not re.match(r"(?i)but\b|and\b|however\b", rest):
        yield f"{text[:-1]}, and {rest}"
