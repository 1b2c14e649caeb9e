"""What is said here is denied or turned round there.

What it does: It looks for a negation that the other side has not, rise against fall, more against less than a figure,
before against after, approved against rejected, where both are said of the same word or figure.

Why it matters: The sentence reads well and says the opposite.

Known limits: A double negation, a litotes, a rhetorical question is left alone, and so is a negation beside another.

Bad:  수출은 36.2% 감소했다.  |  Exports rose 36.2 percent.
Good: 수출은 36.2% 감소했다.  |  Exports were down by 36.2 percent.
"""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.compare.turned import turned
from align.checks.context import Article
from align.checks.rule import Rule
from align.checks.value_findings import finding
from align.lang.base.polarity import NEGATION
from align.model import Finding

RULE = Rule(
    __name__,
    __doc__,
    severity="error",
    place=34,
    mqm="Accuracy/Mistranslation",
    planted=("negation",),
    since="0.1.0",
)


SURE = 0.9
"""From here on it is an error: both are said of one word or figure."""


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each mark of polarity that goes the other way on the other side."""
    source, target = article.alignment.source.text, article.alignment.target.text
    for found in turned(article):
        ours, theirs = source[slice(*found.source)].strip(), target[slice(*found.target)].strip()
        said = (
            f"one side denies what the other says: {ours}"
            if found.dimension == NEGATION
            else f"{ours} is the opposite of {theirs}"
        )
        yield finding(
            article,
            RULE,
            "error" if found.sure >= SURE else "warning",
            said,
            found.bead,
            found.source,
            found.target,
            sure=found.sure,
            value=f"{found.dimension} {ours}",
        )
