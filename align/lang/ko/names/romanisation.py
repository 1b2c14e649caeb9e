"""McCune-Reischauer spellings of Korean names without their marks, as North Korea and older names have them."""

from __future__ import annotations

import re

ONSETS = "[kg] kk n [td] tt [rln] m [pb] pp sh? ss  (?:ch|j) (?:jj|tch) ch k t p h".split(" ")
VOWELS = "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i".split()
CODAS = {0: "", 1: "[kg]", 4: "n", 8: "[lr]", 16: "m", 17: "[pb]", 19: "t", 21: "ng"}


def mccune(name: str, plain: str) -> bool:
    """Whether `plain`, in a-z, spells a name so.

    >>> mccune("정은", "jongun"), mccune("선희", "sonhui"), mccune("정은", "jonghun")
    (True, True, False)
    """
    pattern = ""
    for c in name:
        onset, rest = divmod(ord(c) - ord("가"), 588)
        vowel, coda = divmod(rest, 28)
        pattern += ONSETS[onset] + VOWELS[vowel] + CODAS.get(coda, "[kt]")
    return re.fullmatch(pattern, plain) is not None
