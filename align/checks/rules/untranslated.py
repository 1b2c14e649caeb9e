"""Text of the source left in the translation.

What it does: It looks for letters that the translation's language has none of, such as Hangul or Han in English, and, where
the translation has letters of its own, for runs of the source's words, such as an English clause in Korean. A whole sentence
of English in a Korean source that the translation has too counts as well: the page is a translation itself. A word in
brackets behind its rendering is an explanation, and so are Latin names, titles and terms in Korean, also in quotation marks.

Why it matters: Most of its readers cannot read it.

Known limits: A sentence left in a language with the same letters as the translation's is not seen. A slogan that is
quoted as it is counts as left where no quotation marks stand around it.

Bad:  군청 앞에 노점이 늘었다.  |  Stalls multiplied in front of the 군청.
Good: 군청 앞에 노점이 늘었다.  |  Stalls multiplied in front of the county office (군청).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from align.checks.context import Article
from align.checks.rule import Rule
from align.checks.value_findings import finding
from align.lang import language
from align.lang.base.clauses import finished
from align.lang.scripts import LATIN, foreign, written
from align.model import Document, Finding

RULE = Rule(
    __name__,
    __doc__,
    severity="error",
    place=33,
    mqm="Accuracy/Untranslated",
    planted=("untranslated",),
    since="0.1.0",
)
Spans = Callable[[str, int, int], Iterable[tuple[int, int]]]
"""(text, start, end) -> what is left untranslated there."""
RUN = re.compile(rf"(?:[{LATIN}\d][{LATIN}\d.,:;'’%$&/-]*[^\S\n]+){{3,}}[{LATIN}\d][{LATIN}\d'’%-]*[.!?]?")
"""Words in Latin letters in a row, four or more."""
LITTLE = 2
"""Words in such a run that stand in running text, one of them of a clause, from which it is text and no name or title."""
SMALL = 0.6
"""Share of its words in lower case: "The Lord of the Rings: The Two Towers" has less."""
MARKS = "\"“”'‘’«»「」『』《》〈〉<>[]()（）"
"""What stands around a title, a motto or an explanation."""


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each run of source text in the target, and for each whole sentence in the target's words in the source."""
    source, target = article.alignment.source, article.alignment.target
    own = foreign(source.lang, target.lang)
    yield from _found(article, 1, _letters(own) if own else _words(source, target))
    yield from _found(article, 0, _sentences(target, source))


def _found(article: Article, side: int, left: Spans) -> Iterator[Finding]:
    document = (article.alignment.source, article.alignment.target)[side]
    for number, bead in enumerate(article.alignment.beads):
        for i in (bead.source, bead.target)[side]:
            segment = document.segments[i]
            for span in left(document.text, segment.start, segment.end):
                text = document.text[slice(*span)]
                where = (span, None) if side == 0 else (None, span)
                yield finding(article, RULE, "error", f"{text} is left untranslated", number, *where, value=text)


def _letters(own: str) -> Spans:
    """Runs of the source's letters, but for those in brackets."""
    run = re.compile(rf"(?P<gloss>[(\[（]\s*)?[{own}]+(?:[\s·,'’\"”\u3005-]*[{own}]+)*")
    return lambda text, start, end: (m.span() for m in run.finditer(text, start, end) if not m["gloss"])


def _words(source: Document, target: Document) -> Spans:
    """Runs of the source's running text in a target with letters of its own."""
    words = language(source.lang).part("running_words")
    if not words.VERBS or not written(target.lang):
        return lambda text, start, end: ()
    said = " ".join(source.text.casefold().split())

    def left(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        for match in RUN.finditer(text, start, end):
            run = match[0].rstrip(".!?")
            if _is_text(run, words.VERBS, words.OTHERS) and " ".join(run.casefold().split()) in said:
                around = text[max(start, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
                if not all(c and c in MARKS for c in around):
                    yield match.span()

    return left


def _sentences(written_in: Document, document: Document) -> Spans:
    """Whole sentences that a document with letters of its own has in the other one's language, and that one too: never translated."""
    left, own = _words(written_in, document), re.compile(rf"[{written(document.lang) or 'x'}]")

    def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        if not own.search(text, start, end) and finished(text[start:end]):
            yield from left(text, start, end)

    return sentences


def _is_text(run: str, verbs: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a run of words is text and no name, title or term: in lower case, with the little words of a clause."""
    words = [word.strip(".,:;'’-").replace("’", "'") for word in run.split()]
    known = [words[0].lower(), *words[1:]]
    clause, little = (sum(word in some for word in known) for some in (verbs, verbs | others))
    small = sum(word[:1].islower() for word in words)
    return clause > 0 and little >= LITTLE and small >= SMALL * len(words)
