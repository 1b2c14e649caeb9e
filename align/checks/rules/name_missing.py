"""A name of the source that the translation lacks.

What it does: It looks for a counterpart in the whole article, of names that are sure to be names. It is for
information: a pronoun, an office or a short form may well stand for a name that the article has elsewhere.

Why it matters: Who did it, and where, may be lost with the name.

Known limits: A ministry in its minister's title, and a word that can be a name (노력을 경주하다), may be taken for names.
Names of one syllable (괌, 빈) are passed over.

Bad:  김 장관은 한스 뮐러 대표를 만났다.  |  The minister met the delegate.
Good: 김 장관은 한스 뮐러 대표를 만났다.  |  Minister Kim met delegate Hans Müller.
"""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.context import Article
from align.checks.name_findings import finding, unpaired
from align.checks.rule import Rule
from align.model import Finding

RULE = Rule(
    __name__,
    __doc__,
    severity="info",
    place=13,
    mqm="Accuracy/Omission",
    one_sided=True,
    since="0.1.0",
)


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each sure name of the source without a counterpart."""
    names = article.names
    if names is None:
        return
    for bead, name, spans in unpaired(article, "source"):
        own = name.name == names.hearing.home and name.end - name.start < len(name.name)  # in a compound: we and they
        if not names.knows(name) and not own:
            expected = name.known[0] if name.known else ""
            message = f"{name.name} is not in the translation"
            yield finding(article, RULE, "info", message, bead, *spans, expected, name.name)
