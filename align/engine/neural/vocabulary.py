"""Texts as the tokens of a model's own vocabulary."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from align.engine.neural.libraries import library
from align.errors import FormatError, InputError


class Vocabulary(Protocol):
    """Cuts texts into tokens and joins them again."""

    def pieces(self, texts: Sequence[str]) -> list[list[str]]:
        """The tokens of each text, without any that the model wants around them."""

    def text(self, tokens: Sequence[str]) -> str:
        """The text that tokens stand for."""

    def all(self) -> Sequence[str]:
        """Every token that it can give."""


def load(path: Path) -> Vocabulary:
    """The vocabulary of a file; FormatError where it is none, InputError where what reads it is not installed."""
    return _Tokenizer(path) if path.suffix == ".json" else _Pieces(path)


class _Pieces:
    """A SentencePiece model."""

    def __init__(self, path: Path) -> None:
        sentencepiece = library("sentencepiece")
        try:
            self.model = sentencepiece.SentencePieceProcessor(model_proto=path.read_bytes())
        except (OSError, RuntimeError):
            raise FormatError(str(path), "not a SentencePiece model", "convert the model again") from None

    def pieces(self, texts: Sequence[str]) -> list[list[str]]:
        found: list[list[str]] = self.model.encode(list(texts), out_type=str)
        return found

    def text(self, tokens: Sequence[str]) -> str:
        found: str = self.model.decode(
            [token for token in tokens if not self.model.is_control(self.model.piece_to_id(token))]
        )
        return found

    def all(self) -> Sequence[str]:
        numbers = range(self.model.get_piece_size())
        return [
            self.model.id_to_piece(k) for k in numbers if not (self.model.is_control(k) or self.model.is_unknown(k))
        ]


class _Tokenizer:
    """A tokenizer.json, as BERT's WordPiece has one."""

    def __init__(self, path: Path) -> None:
        try:
            from tokenizers import Tokenizer
        except ImportError:
            raise InputError(
                str(path), "the tokenizers package reads this vocabulary", 'pip install "align-toolkit[models]"'
            ) from None
        try:
            self.model = Tokenizer.from_file(str(path))
        except Exception:  # the library raises bare Exception
            raise FormatError(str(path), "not a tokenizer.json", "convert the model again") from None
        self.model.no_truncation()
        self.model.no_padding()

    def pieces(self, texts: Sequence[str]) -> list[list[str]]:
        return [found.tokens for found in self.model.encode_batch(list(texts), add_special_tokens=False)]

    def text(self, tokens: Sequence[str]) -> str:
        numbers = [n for token in tokens if (n := self.model.token_to_id(token)) is not None]
        found: str = self.model.decode(numbers)
        return found

    def all(self) -> Sequence[str]:
        return [*self.model.get_vocab(with_added_tokens=False)]
