"""How Korean articles say when they were published: 입력 2024.11.07 09:30."""

from __future__ import annotations

from align.lang.base.published import Published

PUBLISHED = Published(
    mark=r"(?:기사\s?)?(?:입력|등록|송고\s?시간|송고|게시|발행일?|승인|작성)(?![가-힣])(?:\s?일시?|\s?시간)?",
    year="년",
    month="월",
)
