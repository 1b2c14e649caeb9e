"""Words beside a Korean name, or in its place, that tell what it names."""

from __future__ import annotations

HONORIFIC = "씨"
NOUN = frozenset(("", *"은는이가을를의와과도"))
"""Particles of a noun that verbs and adverbs have not."""
BEFORE = frozenset(
    "감독 배우 시인 작가 가수 화가 투수 타자 포수 공격수 수비수 골키퍼 평론가 작곡가 지휘자 모델".split()
)
"""Words that stand before a person's name."""
TITLES = BEFORE | frozenset(
    (
        "대통령 총리 부총리 장관 차관 의원 대표 위원장 부위원장 대변인 교수 박사 기자 특파원 코치 선수 회장 "
        "부회장 사장 부사장 이사 이사장 원장 소장 국장 과장 팀장 실장 청장 처장 시장 군수 지사 구청장 판사 검사 "
        "변호사 대법관 재판관 대사 외무상 외무장관 국방장관 연구위원 연구원 씨 여사 신부 목사 스님 대위 대령 소령 "
        "중령 중장 대장 준장 총장 학장 사무총장 특사 비서관 수석 본부장 센터장 지부장 위원 후보 후보자 간사 "
        "원내대표 최고위원 주교 추기경 교황 국왕 여왕 왕자 공주 경 의장 서기 총비서 상원의원 하원의원 최고경영자 "
        "창업자 당국자 수사관 경관"
    ).split()
)
"""Words that stand behind it."""
DIVISIONS = "시군구"
"""What may end the name of a town and be left out."""
PRONOUNS = frozenset("시 군 구 도시 지역 현지 고향 회사 업체 기업 사측 대학 학교 대학교".split())
"""The town, the company, the school: a translation may give the name again."""
HOME, NEIGHBOURS = "한국", frozenset({"북한"})
"""Writers leave their own country out where translators name it; the North is another matter."""
