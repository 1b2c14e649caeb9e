"""Japanese."""

from align.lang import Language

LANGUAGE = Language("ja", "Japanese", about=("約", "およそ", "おおよそ", "ほぼ", "ざっと"))
