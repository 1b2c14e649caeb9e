"""Words that stand in running text, and hardly ever in a name, a title or a term: none where nothing is known of a language."""

from __future__ import annotations

VERBS: frozenset[str] = frozenset()
"""Those that make a clause: verbs that help, pronouns, words that open a clause."""
OTHERS: frozenset[str] = frozenset()
"""Those that titles and terms have too."""
