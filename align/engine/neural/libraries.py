"""The libraries that run models: asked for by an engine with a model alone, and told of in one line where they are missing."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from align.errors import InputError

RUNS = "ctranslate2"
"""What runs every model."""


def library(name: str) -> Any:
    """The library; InputError where it is not installed, or broken."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise _broken(name, error) from None
        raise _missing(name) from None
    except (ImportError, OSError, RuntimeError) as error:
        raise _broken(name, error) from None


def there() -> None:
    """InputError where models cannot be run at all; nothing is loaded for it."""
    if find_spec(RUNS) is None:
        raise _missing(RUNS)


def _missing(name: str) -> InputError:
    return InputError(name, "is not installed, and runs the models", f"pip install {name}; --engine lexical needs none")


def _broken(name: str, error: BaseException) -> InputError:
    what = " ".join(str(error).split())[:200]
    advice = f"pip install --force-reinstall {name}; --engine lexical needs none"
    return InputError(name, f"cannot be loaded: {what}", advice)
