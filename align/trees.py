"""XML as a tree, the same way for all who read it: no entity is resolved, no DTD loaded, no network touched, no tree is huge."""

from __future__ import annotations

from typing import Any


def parser() -> Any:
    """A parser of lxml for what others wrote."""
    from lxml import etree

    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def tag(element: Any) -> str:
    """The name of an element without its namespace, "" for a comment and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
