"""Korean."""

from align.lang import Language

LANGUAGE = Language("ko", "Korean")
