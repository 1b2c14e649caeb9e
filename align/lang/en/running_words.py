"""English words that stand in running text only, and hardly ever in a name, a title or a term."""

from __future__ import annotations

VERBS = frozenset(
    (
        "is are was were be been being am isn't aren't wasn't weren't has have had hasn't haven't hadn't having do does did "
        "don't doesn't didn't will won't would wouldn't shall should shouldn't can can't cannot could couldn't may might must "
        "it it's its he she they them their there this that that's these those you your we our us i my me who whom whose which "
        "what when where while because since although though if unless whether than then not said says say told also only just "
        "very how why so but"
    ).split()
)
"""Those that make a clause: verbs that help, pronouns, words that open a clause."""
OTHERS = frozenset(
    (
        "a an the of in on at to for from by with without within into onto upon about over under between among through during "
        "before after until against and or nor as all any some no each every both other more most such own same his her"
    ).split()
)
"""Those that titles and terms have too."""
