"""A build in a process of its own, to be killed: python -m tests.corpus.kill FOLDER"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from align.corpus import local
from align.corpus.listing import Pair
from tests.corpus.sample import built

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    pairs = [Pair(str(path), str(path).replace(".ko.", ".en.")) for path in sorted(folder.glob("*.ko.txt"))]
    built(folder / "a.tm", pairs, size=2, run=partial(local.run, processes=2))
