"""Korean lines that nobody translates."""

from __future__ import annotations

RIGHTS = r"저작권자|무단\s?(?:전재|복제|배포)|재배포\s?금지"
BYLINE = (
    r"^[\s(\[■▲◆=/·|-]*(?:[가-힣]{1,10}\s?[=/]\s?)?[가-힣]{2,4}(?:[·,]\s?[가-힣]{2,4})*\s?[가-힣]{0,6}"
    r"(?:기자|특파원|객원기자|인턴기자|논설위원|통신원|선임기자|전문기자)\s*(?:[)\]]|$)"
)
NOTICE = r"구독|카카오톡|앱 다운로드"
