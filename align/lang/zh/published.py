"""How Chinese articles say when they were published: 发布时间：2024年11月7日 09:30."""

from __future__ import annotations

from align.lang.base.published import Published

PUBLISHED = Published(
    mark=r"(?:发布时间|發布時間|發佈時間|发布日期|發布日期|发表时间|發表時間|发表于|發表於|发布于|發布於|刊登时间|"
    r"刊登時間|上传时间|上傳時間|发布|發布|發佈)",
    year="年",
    month="月",
)
