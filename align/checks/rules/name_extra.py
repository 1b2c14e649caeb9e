"""A name of the translation that the source has nowhere. A translation may well name what the source leaves to be understood: the
country, the province, the person spoken of. This is for information; a town or a company that came from nowhere is a warning.

Bad:  교량은 하산을 연결한다.  |  The bridge will link Vladivostok.
Good: 교량은 하산을 연결한다.  |  The bridge will link Khasan.
"""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.context import Article
from align.checks.name_findings import finding
from align.lang.base.names.hearing import Hearing
from align.model import Finding
from align.names.texts import Texts
from align.names.unpaired import Left

RULE = "name-extra"
TELLING = frozenset({"city", "county", "district", "company", "university"})
"""Kinds of names that nobody adds for the reader's sake."""


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each sure name of the translation without a counterpart."""
    names = article.names
    if names is None:
        return
    ours = names.heard == "target"
    for bead, left in enumerate(names.unrendered if ours else names.unexplained):
        if article.alignment.beads[bead].source and article.alignment.beads[bead].target:
            for name in left:
                if not name.sure or name.near or _inside(names.texts[bead], name, names.hearing):
                    continue
                telling = name.kind in TELLING and not _stood_for(names.texts[bead], names.hearing)
                if telling or not names.knows(name):
                    severity = "warning" if telling else "info"
                    span = name.start, name.end
                    heard, spelt = (span, None) if ours else (None, span)
                    yield finding(
                        article, RULE, severity, f"{name.name} is not in the source", bead, heard, spelt, "", name.name
                    )


def _inside(texts: Texts, name: Left, hearing: Hearing) -> bool:
    """Whether the other side has it inside a word: 세종 in 정부세종청사."""
    known = [hearing.without_division(form) for form in name.known]
    return any(len(form) > 1 and form in word.text for form in known for word in texts.words)


def _stood_for(texts: Texts, hearing: Hearing) -> bool:
    """Whether the other side has a word that stands for a name: 시는, 회사 측은."""
    return any(hearing.stands_for_name(word.text) for word in texts.words)
