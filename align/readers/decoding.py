"""From bytes to text, one way for all readers: a byte order mark, UTF-8, then the older encoding whose reading is a text.

A file may say what it is in, and many say it wrongly: that is believed only where nothing speaks against it. Nothing is taken
for a text because it can be decoded, as nearly all bytes can: what cannot be told is refused.
"""

from __future__ import annotations

import codecs

from align.errors import InputError
from align.lang import encodings
from align.lang.encodings import ALIASES, ESCAPES, LATIN, candidates

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 1 << 16
"""Characters by which a reading is judged."""
LEGACY = "CP949 (EUC-KR), Windows-1252, Shift-JIS, GBK or Big5"


def decode(data: bytes, name: str, declared: str = "") -> str:
    """The text of a file. `declared` is an encoding that the file itself names.

    InputError tells the line of the first byte that is wrong.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name)
    encoding = encoding_of(data, declared)
    if encoding:
        return data.decode(encoding)
    if b"\0" in data:
        raise InputError(name, "UTF-16 without a byte order mark, or no text at all", "save it as UTF-8")
    raise InputError(f"{name}:{_line(data)}", f"neither UTF-8 nor {LEGACY} that reads as a text", "save it as UTF-8")


def encoding_of(data: bytes, declared: str = "", whole: bool = True) -> str:
    """The encoding that `data`, without a byte order mark, is in; "" where none can be told.

    Without `whole` it is the beginning of a file, which may end within a character.
    """
    for escape, encoding in ESCAPES:
        if escape in data[:SAMPLE] and _read(data, encoding, whole) is not None:
            return encoding
    said = _codec(declared)
    if said in candidates() and _plausible(data, said, whole):
        return said
    if _read(data, "utf-8", whole) is not None:
        return "utf-8"
    if said and said not in candidates() and _read(data, said, whole) is not None:
        return said
    if b"\0" in data[:SAMPLE]:
        return ""
    found = {encoding: _plausible(data, encoding, whole) for encoding in candidates()}
    best = max(found, key=lambda encoding: found[encoding])
    return best if found[best] else ""


def _codec(declared: str) -> str:
    """The name of a declared encoding of text, as we have it; "" for none.

    UTF-16 is none: where its declaration can be read, it is wrong.
    """
    try:
        name = codecs.lookup(declared).name
        b"<".decode(name)  # rot13 and hex are codecs too, but not of text
    except (LookupError, UnicodeError, ValueError):
        return ALIASES.get(declared.lower(), "")
    return "" if name.startswith(("utf-16", "utf-32", "utf-7")) else ALIASES.get(name, name)


def _plausible(data: bytes, encoding: str, whole: bool) -> float:
    text = _read(data, encoding, whole)
    return (
        0.0 if text is None or (text.isascii() and encoding != LATIN) else encodings.plausible(text[:SAMPLE], encoding)
    )


def _read(data: bytes, encoding: str, whole: bool) -> str | None:
    """The text, None where it is none in this encoding."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(data, whole)
        text.encode()  # UTF-7 and the like can write half a character
    except (LookupError, UnicodeError):
        return None
    return text


def _line(data: bytes) -> int:
    """The line of the first byte that is no UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1
    return 1


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, "replace").count("\n") + 1
        raise InputError(
            f"{name}:{line}", f"its byte order mark says {encoding}, but this is none", "save it as UTF-8"
        ) from None
