"""Align a Korean article with its English translation, check the pair, and build translation memories."""

__version__ = "0.1.0"
