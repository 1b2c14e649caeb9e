"""Typed errors planted into translations that are right, and changes that are none: how often the checks see the first and
not the second.

One table: a type of error changes the words of a fact, of a name, or a sentence. What the source says is taken from the
gold's own lists, else from plain evidence (`facts`, `people`), never from what the checks have matched.
"""
