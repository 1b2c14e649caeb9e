"""A build in a process of its own, to be killed: python -m tests.corpus.kill FOLDER"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from align.corpus import local
from tests.corpus.sample import built, there

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    built(folder / "a.tm", there(folder), size=2, run=partial(local.run, processes=2))
