"""From bytes to text: a byte order mark, then strict UTF-8, then strict CP949; nothing is guessed, since guessing hides faults."""

from __future__ import annotations

import codecs

from align.errors import InputError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
FALLBACK = "cp949"
"""A superset of EUC-KR, which older Korean files are in."""


def decode(data: bytes, name: str, declared: str = "") -> str:
    """The text of a file. `declared` is an encoding that the file itself names, tried before UTF-8.

    InputError tells the line of the first byte that is wrong.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name)
    if declared:
        try:
            text = data.decode(declared)
            text.encode()  # UTF-7 and the like can write half a character
            return text
        except (LookupError, UnicodeError):
            pass
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise InputError(name, "UTF-16 without a byte order mark, or no text at all", "save it as UTF-8") from None
        try:
            return data.decode(FALLBACK)
        except UnicodeDecodeError:
            line = data.count(b"\n", 0, error.start) + 1
            raise InputError(f"{name}:{line}", "neither UTF-8 nor CP949 (EUC-KR)", "save it as UTF-8") from None


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, "replace").count("\n") + 1
        raise InputError(
            f"{name}:{line}", f"its byte order mark says {encoding}, but this is none", "save it as UTF-8"
        ) from None
