"""Esperanto, a language that the package does not have: a folder is all it takes, which test_new_language proves."""

from align.lang import Language

LANGUAGE = Language("eo", "Esperanto", about=("proksimume",), common="la de kaj en estas al por ne kun ke estis")
