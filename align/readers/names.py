"""What a file's name tells."""

from __future__ import annotations

import re
import unicodedata

CODES = {
    "kor": "ko", "eng": "en", "isl": "is", "ice": "is", "jpn": "ja", "zho": "zh", "chi": "zh", "deu": "de", "ger": "de",
    "fra": "fr", "fre": "fr", "rus": "ru", "spa": "es", "ita": "it", "por": "pt", "nld": "nl", "swe": "sv", "dan": "da",
    "nor": "no", "pol": "pl", "ces": "cs", "tur": "tr", "vie": "vi", "ind": "id", "tha": "th", "ara": "ar",
}  # fmt: skip
TWO = frozenset(
    (
        "ko en is ja zh de fr ru es it pt nl sv da no nb fi pl cs tr vi id th ar he hi uk el hu ro bg sk sl hr et "
        "lv lt fa mn"
    ).split()
)
WHOLE = frozenset("ko en ja zh fr ru es kor eng jpn".split())
"""Tags that may be a file's whole name (ko.txt); others are words too (no.txt, it.txt)."""
TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Z][A-Za-z]{1,3}))?")


def nfc_name(name: str) -> str:
    """`name` in NFC: some systems give file names decomposed."""
    return unicodedata.normalize("NFC", name)


def language_of_name(name: str) -> str:
    """The BCP 47 tag in a file's name or folder, "" where there is none.

    >>> [language_of_name(n) for n in ("treaty.ko.txt", "ko/treaty.txt", "treaty_en.md", "n_1.eng", "a.ko-KR.html", "notes.txt")]
    ['ko', 'ko', 'en', 'en', 'ko-KR', '']
    """
    *folders, file = nfc_name(name).replace("\\", "/").split("/")
    parts = file.split(".")
    words = re.split(r"[_-]", parts[0])
    stem = words[-1:] if len(words) > 1 or words[0].lower() in WHOLE else []
    for part in [*parts[:0:-1], *stem, *folders[::-1][:1]]:
        match = TAG.fullmatch(part)
        if match and (match[1].lower() in TWO or match[1].lower() in CODES):
            primary = CODES.get(match[1].lower(), match[1].lower())
            return primary + (f"-{match[2]}" if match[2] else "")
    return ""
