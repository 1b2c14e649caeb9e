"""Words that stand in running text only, and hardly ever in a name, a title or a term: none of a language of which nothing is known."""

from __future__ import annotations

VERBS: frozenset[str] = frozenset()
"""Those that make a clause: verbs that help, pronouns, words that open a clause."""
OTHERS: frozenset[str] = frozenset()
"""Those that titles and terms have too."""
