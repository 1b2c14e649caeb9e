"""A name of the translation that the source lacks.

What it does: It looks for a counterpart in the whole article, of names that are sure to be names. It is for
information, as a translation may well name what the source leaves to be understood: the country, the province, the
person spoken of. A town or a company that came from nowhere is a warning.

Why it matters: A name that nobody wrote is an error of fact in a sentence that reads well.

Known limits: A place whose heard name is one syllable may be missed there, and a country that a list has too many is
for information only.

Bad:  교량은 하산을 연결한다.  |  The bridge will link Vladivostok.
Good: 교량은 하산을 연결한다.  |  The bridge will link Khasan.
"""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.context import Article
from align.checks.name_findings import finding, unpaired
from align.checks.rule import Rule
from align.lang.base.names.hearing import Hearing
from align.model import Finding
from align.names.texts import Texts
from align.names.unpaired import Left

RULE = Rule(
    __name__,
    __doc__,
    severity="info",
    place=14,
    mqm="Accuracy/Addition",
    one_sided=True,
    planted=("name_wrong",),
    since="0.1.0",
)
TELLING = frozenset({"city", "county", "district", "company", "university"})
"""Kinds of names that nobody adds for the reader's sake."""


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each sure name of the translation without a counterpart."""
    names = article.names
    if names is None:
        return
    for bead, name, spans in unpaired(article, "target"):
        if _inside(names.texts[bead], name, names.hearing):
            continue
        telling = (
            name.kind in TELLING and not names.hearing.searches and not _stood_for(names.texts[bead], names.hearing)
        )
        if telling or not names.knows(name):
            severity = "warning" if telling else "info"
            yield finding(article, RULE, severity, f"{name.name} is not in the source", bead, *spans, "", name.name)


def _inside(texts: Texts, name: Left, hearing: Hearing) -> bool:
    """Whether the other side has it inside a word: 세종 in 정부세종청사."""
    known = [hearing.without_division(form) for form in name.known]
    return any(len(form) > 1 and form in word.text for form in known for word in texts.words)


def _stood_for(texts: Texts, hearing: Hearing) -> bool:
    """Whether the other side has a word that stands for a name: 시는, 회사 측은."""
    return any(hearing.stands_for_name(word.text) for word in texts.words)
