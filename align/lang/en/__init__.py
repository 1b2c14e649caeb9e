"""English."""

from align.lang import Language

LANGUAGE = Language("en", "English", about=("about", "around", "some", "or", "US"))
