"""The words by which Korean lists are read: what joins items, what ends one, and nouns that only look like either."""

from __future__ import annotations

import re

BEFORE_NOUNS = frozenset(
    "이번 지난 다른 모든 어떤 그런 이런 저런 오는 여러 많은 새로운 각 전 첫 한 관련 일본 주말 연말 서울 오늘 시민 국민 자신".split()
)
"""What looks like a verb before its noun."""
SMALL = frozenset(
    "것 것은 것이 것을 수 등 등을 등이 등의 및 또 더 그 이 저 각 전 중 후 뒤 때 간 내 외 약 만 억 조 원 명 개 건 곳 대 년 "
    "월 일 시 분 초 차 회 번 호 인 측 쪽 데 바 점 있다 있는 있었 있고 있어 없다 없는 없이 하는 하고 하며 한다 했다 하기 되는 "
    "된다 됐다 되고 같은 같이 대한 대해 위한 위해 통해 따른 따라 관한 관련 의한 의해 인한 이번 지난 이날 오는 모두 모든 각각 각종 "
    "다른 다양 여러 많은 가장 매우 주요 또는 그리 그리고 그러 하지 하지만 이를 이에 이와 그는 이는 우리 자신 경우 이후 이상 이하 "
    "가운데 가운 운데 현재 당시 최근 올해 작년 지난해 난해 밝혔 말했 전했 한편 특히 포함 이라 라고 이라고 까지 부터 에서 에게 "
    "으로".split()
)
"""Words, and pairs of their syllables, by which no item is known."""
JOINTS = frozenset("및 그리고 또는 혹은 내지 또 겸".split())
OPEN = re.compile(r"등(?:이|은|을|의|에|에서|에게|과|도|으로|에는|에도|지|이다|이며)?")
WITH = tuple(
    "함께 더불어 같은 같이 달리 다른 비교 비슷 관련 마찬가지 반대 별개 무관 동시 가까 맞 비해 대조 연계 유사 동일 대비 만나 "
    "만난 연루 결합 연결 충돌 싸우 싸움 협의 협상 논의 맞서 대결 맞붙 계약 체결 합의 통화 회담 결혼 이혼 교류 접촉 일치 "
    "겨루 겨뤄 경쟁 손잡 손을 연관 상관 별도 나란 대등 어울 친한 이어 잇 합쳐 합병 통합 교환 거래 전쟁 공모 짜고 협업 협약 "
    "제휴 연대".split()
)
"""Behind 와 and 과 where they say "with", "like" or "as"."""
NOUNS = re.compile(
    "(?:.*(?:결과|효과|외과|이비인후과|소아과|산부인과|피부과)"
    "|성과|사과|학과|교과|통과|경과|초과|부과|여과|투과|내과|치과|안과|제과|다과|유과|약과|한과|모과|기와)"
)
"""Nouns that end like a word with 와 or 과."""
CLAUSE = re.compile(
    r".*(?:[은는를에께며다데듯고면]|을|에서|에게|에게서|에선|에는|에도|으로|으로는|으로도|까지|부터|께서|보다|처럼|라고|라며|면서|아서|어서|해서|와서|라서|"
    r"여서|고서|로서|워서|혀서|려서|져서|어져|하니|으니|니까|지만|하자|되자|지자|하게|되게|하여|되어|있어|없어|이어|아니라|않아|달리|대해|위해|통해|향해|대한|위한|관한|따라|"
    r"도록|려고|다가|거나|한테)"
)
"""Ends that no item of a list has but the last one."""
BARE = re.compile(
    ".*(?:가을|마을|노을|백두|바다|판다|캐나다|우간다|르완다|소다|어젠다|그라나다|플로리다|버뮤다|혼다|마쓰다|데이터베이스|카페|"
    "사고|보고|광고|재고|창고|경고|최고|신고|권고|금고|원고|피고|충고|선고|해고|여고|상고|공고|농고|항고|국고|잔고|출고|입고|몽고|망고|로고|카고|산티아고|콩고|토고|레고|탱고|"
    "장고|차고|서고|문고|남고|외고|중고|노고|수고|기고|투고|참고|부고|예고|무고|밀고|포고|통고|제고|숙고|태고|초고|보고서|신고서|권고서|경고서|"
    "측면|국면|장면|표면|화면|라면|냉면|쫄면|정면|지면|수면|전면|이면|양면|단면|평면|겉면|노면|벽면|방면|안면|가면|당면|사면|읍면)"
)
"""Nouns that look like one of these."""
ADVERBS = frozenset(
    "그러나 하지만 특히 이어 한편 다만 즉 또한 반면 따라서 그런데 결국 실제로 물론 만약 당시 이후 이날 앞서 올해 지난해 최근 현재 "
    "오늘 어제 내일 뒤 후 때 전 채 중 동안 경우 가운데 만큼 직후 직전 뿐 것 결과 반면에 아울러 나아가 다시".split()
)
"""Words with a comma behind them that are no items."""
PARTICLES = ("은", "는", "을", "를", "에", "에서", "에게", "로", "부터", "까지", "없이")
"""What no item has within it, where others follow."""
VERBS = ("고", "며", "다", "해", "면", "지만", "는데", "면서", "해서", "하는", "하여", "했던", "려고", "도록")
"""What a word has that says what is done with what stands before it."""
COPULAS = ("이다", "였다", "이었다", "입니다", "이며", "이고", "이라고")
"""What it has that says what something is: 두통이다."""
ENDS = re.compile(
    r".+(?:[은는을를이가에의로도만와과께며고다면서해한할된될던여니지]|에서|에게|까지|부터|보다|처럼|라고|로서|했다|하는)"
)
"""Words that end an item whose end is not known."""
