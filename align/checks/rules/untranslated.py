"""Text of the source's script that was left in the translation: Hangul in English. A word in brackets behind its rendering
is an explanation, and so is Latin script in Korean.

Bad:  군청 앞에 노점이 늘었다.  |  Stalls multiplied in front of the 군청.
Good: 군청 앞에 노점이 늘었다.  |  Stalls multiplied in front of the county office (군청).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.checks.context import Article
from align.checks.value_findings import finding
from align.model import Finding
from align.tags import primary

RULE = "untranslated"
SCRIPTS = {
    "ko": "가-힣ㄱ-ㅎㅏ-ㅣ",
    "ja": "぀-ヿ",
    "zh": "一-鿿",
    "ru": "Ѐ-ӿ",
    "uk": "Ѐ-ӿ",
    "el": "Ͱ-Ͽ",
    "ar": "؀-ۿ",
    "he": "֐-׿",
    "th": "฀-๿",
    "hi": "ऀ-ॿ",
}
"""The letters of a language that a translation into another script has none of."""
SHARED = {"ja": {"zh"}, "zh": {"ja"}, "ru": {"uk"}, "uk": {"ru"}}
"""Languages that have the letters too."""


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each run of source letters in the target."""
    alignment = article.alignment
    source, target = (primary(document.lang) for document in (alignment.source, alignment.target))
    if source not in SCRIPTS or target == source or target in SHARED.get(source, ()):
        return
    own = SCRIPTS[source]
    run = re.compile(rf"(?P<gloss>[(\[（]\s*)?[{own}]+(?:[\s·,'’\"”-]*[{own}]+)*")
    for number, bead in enumerate(alignment.beads):
        for j in bead.target:
            segment = alignment.target.segments[j]
            for match in run.finditer(alignment.target.text, segment.start, segment.end):
                if not match["gloss"]:
                    text = match[0]
                    yield finding(
                        article, RULE, "error", f"{text} is left untranslated", number, None, match.span(), value=text
                    )
