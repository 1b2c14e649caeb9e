"""Words in the script that a text is in, simplified or traditional."""

from __future__ import annotations

from align.lang.zh.letters import is_traditional, traditional


def like(words: str, text: str) -> str:
    """`words`, which are simplified, in the script that `text` is in.

    >>> like("周三", "總統週四表示，"), like("周三", "总统周四表示，"), like("10月30日", "")
    ('週三', '周三', '10月30日')
    """
    return traditional(words) if is_traditional(text) else words
