"""English."""

from align.lang import Language

LANGUAGE = Language("en", "English")
