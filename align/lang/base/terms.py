"""A term of a glossary in running text, in a language of which nothing is known."""

from __future__ import annotations

import re


def pattern(term: str) -> re.Pattern[str]:
    """What finds a term as a word of its own, its span in group 1: whatever its spacing and case, with an s or without."""
    return re.compile(rf"(?<!\w)({spaced(term)})(?:s|es|['’]s)?(?!\w)", re.IGNORECASE)


def spaced(term: str) -> str:
    """The pattern of a term whose spaces may be left out."""
    return r"\s?".join(map(re.escape, term.split())) if " " in term else re.escape(term)


def find(text: str, form: str) -> tuple[int, int] | None:
    """Where `text` has a form of a translation, inside a word too; None where it does not."""
    found = re.search(re.escape(form).replace(r"\ ", r"\s?"), text, re.IGNORECASE)
    return found.span() if found else None
