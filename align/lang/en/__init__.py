"""English."""

from align.lang import Language

LANGUAGE = Language(
    "en",
    "English",
    about=("about", "around", "some", "or", "US"),
    common="the of and to in that is was for with on it said",
)
