"""Korean."""

from align.lang import Language

LANGUAGE = Language("ko", "Korean", about=("약",))
