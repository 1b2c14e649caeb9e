"""The engines that can be named. What asks for no model is known here, so that no model's code is read for it."""

from __future__ import annotations

LEXICAL = "lexical"
"""The engine that asks no model."""
AUTO = "auto"
"""The static table where no lexicon of ours is known and the table knows both languages, and else no model."""


def fingerprints(choice: str) -> str:
    """What the models of an engine are known by, "" where it names none; InputError where one is not there."""
    if choice in (AUTO, LEXICAL):
        return ""
    from align.engine.neural import choice as named

    return named.fingerprints(choice)
