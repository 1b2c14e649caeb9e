"""What is known of each language: its segments, tokens and mentions. One package a language, one for all others.

A package has the modules `segments`, `tokens` and `mentions`, each with the function of its name.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

LANGUAGES = {"ko": "align.lang.ko", "en": "align.lang.en"}
"""Primary subtag of the BCP 47 tag -> package; every other language is `align.lang.base`."""


def primary(tag: str) -> str:
    """The language of a tag, without script and region.

    >>> primary("ko_KR"), primary("EN"), primary("")
    ('ko', 'en', '')
    """
    return tag.replace("_", "-").split("-")[0].lower()


def module(lang: str, name: str) -> ModuleType:
    """The module `name` of the language `lang` (a BCP 47 tag), imported on use."""
    return import_module(f"{LANGUAGES.get(primary(lang), 'align.lang.base')}.{name}")
