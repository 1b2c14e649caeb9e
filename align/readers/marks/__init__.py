"""Markdown and its dialects: blocks by lines, then what in a block is mark and what is text."""
