"""Memory that one array has given back is kept for the next one.

An alignment makes thousands of arrays of some kilobytes to a megabyte. Dask tells the C library of its workers to give such memory
back to the system at once (MALLOC_TRIM_THRESHOLD_), and to ask for it anew took a quarter of their time.
"""

from __future__ import annotations

from functools import cache

TRIM, MMAP = -1, -3
"""Parameters of mallopt(3): M_TRIM_THRESHOLD and M_MMAP_THRESHOLD."""
KEPT, LARGEST = 128 << 20, 32 << 20
"""Bytes that are kept at most, and of an array that is asked for by itself."""


@cache
def keep() -> None:
    """Tell the C library of this process, where it is one that can be told; once."""
    try:
        from ctypes import CDLL

        mallopt = CDLL(None).mallopt
    except (ImportError, OSError, AttributeError, TypeError):
        return
    mallopt(TRIM, KEPT)
    mallopt(MMAP, LARGEST)
