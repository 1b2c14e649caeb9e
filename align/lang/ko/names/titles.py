"""Words beside a Korean name, or in its place, that tell what it names."""

from __future__ import annotations

HONORIFIC = "씨"
NOUN = frozenset(("", *"은는이가을를의와과도"))
"""Particles of a noun that verbs and adverbs have not."""
VERBS = ("다", "며", "고", "면", "까", "요", "지만", "는데", "어서", "아서", "려고", "도록", "라며", "면서")
"""How a verb ends that has no particle."""
BEFORE = frozenset(
    (
        "감독 배우 시인 작가 가수 화가 투수 타자 포수 공격수 수비수 미드필더 골키퍼 평론가 작곡가 지휘자 모델 소설가 만화가 "
        "내야수 외야수 유격수 센터 가드 세터 피아니스트 바이올리니스트 첼리스트 소프라노 테너 안무가 무용가 건축가 사진가 "
        "방송인 코미디언 개그맨 아나운서 유튜버 셰프 기업인 활동가 디자이너"
    ).split()
)
"""Words that stand before a person's name."""
TITLES = BEFORE | frozenset(
    (
        "대통령 총리 부총리 국무총리 수상 장관 차관 차관보 의원 대표 부대표 공동대표 대표이사 위원장 "
        "부위원장 대변인 부대변인 교수 부교수 조교수 명예교수 석좌교수 박사 기자 앵커 특파원 코치 선수 "
        "주장 회장 부회장 사장 부사장 상무 전무 이사 이사장 원장 부원장 소장 부소장 국장 과장 차장 "
        "부장 팀장 실장 청장 차관급 처장 시장 부시장 군수 지사 도지사 부지사 구청장 부구청장 교육감 "
        "판사 검사 부장판사 부장검사 검사장 검찰총장 총재 부총재 변호사 변호인 대법관 대법원장 재판관 "
        "대사 공사 총영사 외무상 외무장관 국방장관 국방상 재무장관 국무장관 법무장관 연구위원 연구원 "
        "선임연구원 수석연구원 책임연구원 씨 여사 신부 목사 스님 수녀 대위 대령 소령 중령 대장 중장 "
        "준장 원수 제독 사령관 부사령관 참모총장 상사 중사 하사 병장 총장 부총장 학장 교장 교감 교사 "
        "강사 사무총장 사무차장 특사 보좌관 비서관 행정관 수석 비서실장 안보실장 정책실장 본부장 센터장 "
        "지부장 지회장 지점장 공장장 단장 부단장 관장 서장 경감 경정 경위 총경 경무관 치안감 경찰청장 "
        "위원 부의장 후보 후보자 예비후보 당선인 내정자 지명자 간사 원내대표 원내총무 최고위원 사무장 "
        "조합장 주교 추기경 교황 국왕 여왕 왕자 왕세자 공주 경 의장 서기 총서기 주석 총비서 상원의원 "
        "하원의원 도의원 시의원 구의원 최고경영자 최고재무책임자 최고기술책임자 최고운영책임자 창업자 "
        "창업주 설립자 당국자 수사관 경관 조사관 애널리스트 이코노미스트 연구교수 간호사 의사 약사 "
        "과장급 전문의 기장 선장 함장 심판 디렉터 프로듀서"
    ).split()
)
"""Words that stand behind it."""
WHOSE = TITLES | frozenset(
    (
        "신임 현직 전직 초대 역대 차기 후임 전임 야당 여당 당시 해당 담당 총괄 수석 선임 책임 상임 비상임 명예 공동 임시 대행 "
        "직무대행 권한대행 외부 내부 지역 현지 중앙 지방 국내 해외 외국 여성 남성 청년 원로 중진 초선 재선 다선 비례 비례대표 "
        "무소속 소속 출신 경찰 검찰 법원 대학 병원 은행 협회 학회 조합 노조 단체 본부 시민 기업 그룹 구단 대표팀 주치 담임 특별 "
        "사무 정책 연구 행정 국방 외무 재무 법무 내무 통상 안보 국무 상무 산업 교육 환경 보건 노동 문화 통일 경제 금융 예산 "
        "일반 전국 국제 세계 우리 이번 다른 여러 모든 각국 양국 양측 정상 부처 관계 실무 최고 고위 군사 육군 해군 공군 해병대 "
        "합참 국회 상원 하원 의회 시의회 도의회 청와대 대통령실 백악관 정부 학교 회사 공장 지점 매장 편집 보도 홍보 기획 인사 "
        "재정 회계 법률 기술 영업 생산 개발 품질 안전 마케팅 디자인 축구 야구 농구 배구 골프 수영 육상 프로 국가 국립 시립 도립"
    ).split()
)
"""Words that stand before a title and tell whose it is, or what kind of one."""
BODY_ENDS = (
    "당",
    "부",
    "처",
    "청",
    "원",
    "회",
    "실",
    "국",
    "과",
    "팀",
    "사",
    "군",
    "시",
    "도",
    "구",
    "대",
    "측",
    "업",
    "계",
)
"""How what a title belongs to ends as a rule."""
BODIES = (
    "위원회",
    "의회",
    "대회",
    "협회",
    "학회",
    "이사회",
    "교회",
    "국회",
    "본부",
    "지부",
    "대학",
    "병원",
    "법원",
    "공사",
    "회사",
    "정부",
    "연맹",
)
"""How a body's name ends that is built as a person's might be."""
HEADS = (
    *(
        "공사",
        "공단",
        "연구원",
        "연구소",
        "위원회",
        "협회",
        "재단",
        "진흥원",
        "개발원",
        "평가원",
        "정보원",
        "관리원",
        "안전원",
        "보호원",
    ),
    *(
        "기술원",
        "심사원",
        "연맹",
        "연합회",
        "총연맹",
        "중앙회",
        "보증기금",
        "수사처",
        "개발청",
        "관리청",
        "건설청",
        "사령부",
    ),
)
"""What a body's proper name ends with, and its common noun does not."""
DETERMINERS = frozenset(
    "이 한 전 현 각 양 신 구 주 부 총 여 고 제 선 반 대 본 노 남 국 연 모 차 단 동 공 나 우".split()
)
"""Family names that are words before a title too: 이 의원 is this lawmaker as well, 전 대표 a former one."""
DIVISIONS = "시군구"
"""What may end the name of a town and be left out."""
PRONOUNS = frozenset("시 군 구 도시 지역 현지 고향 회사 업체 기업 사측 대학 학교 대학교".split())
"""The town, the company, the school: a translation may give the name again."""
HOME, NEIGHBOURS = "한국", frozenset({"북한"})
"""Writers leave their own country out where translators name it; the North is another matter."""
