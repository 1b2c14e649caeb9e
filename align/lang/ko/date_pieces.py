"""The pieces of dates in Korean text: 2024년, 11월, 6일, 수요일, 지난달, 상반기, 말."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.lang.dates.fields import Fields, Piece
from align.lang.ko.holidays import HOLIDAY, holiday
from align.lang.ko.relative_dates import PARTICLE, RELATIVE, relative

WEEKDAYS = "월화수목금토일"
TO = r"\s?[~∼〜～\-–—]\s?"
COUNTERS = (
    "명|개|원|곳|건|대|만|억|달러|여|㎞|㎡|m|km|t|t급|가구|편|장|권|마리|차례|번|회|시간|분|초|도|점|그루|위|호|쪽|년"
)
JOSA = "[은는이가을를의에로와과도만였인]"
"""With what a particle or the copula begins: 2000 명이, 2000 원이었다."""
LASTING = (
    r"(?!간(?!담)|\s간(?![가-힣])|째|\s?동안|\s?만(?=[에의이인]|[^가-힣]|$)(?!\s\d+\s?[세살])|\s?이내|\s?가량"
    r"|\s?[안내](?=에|로|[^가-힣]|$)|차(?!관)|\s차(?=[에를]|\s|$)|당(?!국|시)|씩|치(?![가-힣])"
    r"|\s?(?:넘|이상|이하|남짓|정도|여\s)|\s?(?:전|뒤|후)(?=에|부터|의|인|까지|만|보다|엔|쯤|로|$|[^가-힣]))"
)
"""What makes 3일 three days."""
PIECE = re.compile(
    r"(?P<term>(?:징역|금고|집행유예|실형|유예)\s?\d+년(?:\s?\d+개?월)?)"
    r"|(?<![\d.,])(?P<y>\d{4})(?:" + TO + r"(?P<y2>\d{4}))?년(?:도(?![가-힣]{2}))?"
    r"(?!대|간|째|여|산|\s?(?:만에|동안|전|뒤|후|이상|이내)(?![가-힣]))"
    r"|(?:['’‘](?P<short>\d{2})년|(?<!\d)(?P<short2>\d{2})년(?=\s?\d{1,2}월))"
    r"|['’‘](?P<dotted>\d{2})\.\s?(?P<dm>\d{1,2})\.\s?(?P<dd>\d{1,2})(?!\d)\.?"
    r"|(?<!\d)(?P<decade>\d{4}|[1-9]0)년대|(?<!\d)(?P<century>\d{1,2})세기"
    r"|(?<!\d)(?P<fy>\d{4})(?P<sep>[.\-/])\s?(?P<fm>\d{1,2})(?P=sep)\s?(?P<fd>\d{1,2})(?!\d)\.?"
    r"|(?<!\d)(?P<m>\d{1,2})(?:" + TO + r"(?P<m2>\d{1,2}))?월(?!드컵|호(?![가-힣]))"
    r"|(?<![\d.,])(?P<more>\d{1,2})(?=[·ㆍ‧∙•・](?P<next>\d{1,2})(?:[·ㆍ‧∙•・]\d{1,2}){0,2}일" + LASTING + r")"
    r"|(?<![\d.,])(?P<d>\d{1,2})(?:" + TO + r"(?P<d2>\d{1,2}))?일" + LASTING + r"(?!\s(?:평균|\d+회))"
    rf"|(?P<nth>첫|[둘셋넷]|다섯|마지막)(?:째|\s번째)?\s?(?:주\s?)?(?:(?P<nw>[{WEEKDAYS}])요일|(?<=마지막\s)날|(?<=마지막)날)"
    rf"|(?<![가-힣])(?P<listed>[{WEEKDAYS}])(?=(?:\s?[·ㆍ,]\s?[{WEEKDAYS}])*\s?[·ㆍ,]\s?[{WEEKDAYS}]요일)"
    rf"|(?<![성재])(?<!슈퍼\s)(?<!슈퍼)(?<!피의\s)(?<!검은\s)(?P<w>[{WEEKDAYS}])(?:{TO}(?P<w2>[{WEEKDAYS}]))?요일|(?<=일)\((?P<w3>[{WEEKDAYS}])\)"
    r"|(?<![\d.])(?P<q>[1-4])(?:사\s?|\s?[·ㆍ‧∙•・/]\s?4\s?)?분기|(?P<h>[상하])반기"
    rf"|(?P<p>초순|상순|중순|하순|초반|중반|후반|(?:초|말){PARTICLE})"
    rf"|(?P<ends>연|월)(?P<which>초|말)(?!연시|정산|이면){PARTICLE}"
    r"|(?P<weekend>주말)(?![극농부]|드라마|마다)"
    r"|\((?P<py>1\d{3}|20\d\d)\)|(?<![\w.,])(?P<ry>(?:19|20)\d\d)" + TO + r"(?P<ry2>(?:19|20)\d\d)(?![\d년.,]|[가-힣])"
    rf"|(?<![\w.,$₩·/~∼-])(?<![천만억조]\s)(?P<by>(?:19|20)\d\d)(?=\s[가-힣A-Z])(?!\s?(?:{COUNTERS})(?![가-힣])|\s?(?!년)(?:{COUNTERS}){JOSA})"
    r"|(?P<local>\((?:[가-힣]+\s?)?(?:현지|한국|[동서중]부)\s?시[간각](?:\s기준)?\)|(?:현지|한국)\s?시[간각](?:으로)?(?=\s(?:\d|이날|지난|오는)))"
    r"|D-(?P<dday>\d{1,3})(?![\d.,-])"
    r"|" + HOLIDAY + "|" + RELATIVE
)  # fmt: skip
LAST = {
    "y2": "y", "m2": "m", "d2": "d", "w2": "w", "ry2": "ry", "fd": "fy", "dd": "dotted",
    "next": "more", "which": "ends", "ending": "weeks", "way": "count",
    "long": "holiday", "nw": "nth",
}  # fmt: skip
"""A group that closes last -> the one that tells what kind of piece it is."""
START = re.compile(
    r"(?<!\d)\d++(?=[·ㆍ‧∙•・]\d[\d·ㆍ‧∙•・]{0,20}일|\s?(?:[년월일분달해][^간]|[년월일]$|사?\s?분기|\s?[·ㆍ‧∙•・/]\s?4\s?분기|[년월일주]|세기|개월\s?[전뒤후이]|[.\-/]\s?\d\d?[.\-/]\s?\d|[~∼〜～\-–—]\s?\d|(?<=\d{4}\s)[가-힣A-Z]))|['’‘](?=\d\d년|\d\d\.\s?\d\d?\.\s?\d)|\((?=\d{4}\)|[월화수목금토일]\)|[가-힣\s]{0,8}시[간각])"
    r"|(?<![A-Za-z\d-])D(?=-\d)|[징금집실유](?=[역고행형예])|지(?=난|지난)|저(?=번)|이(?=[번달날튿]|\s[달주]|틀|레)|금(?=[년월주일요])|다(?=[음다가])|새(?=달|해)|오(?=늘|는)|내(?=[년달주일후]|\s달)|올"
    r"|작(?=[년일])|명(?=년)|연(?=[내말초])|그(?=[날전제저끄다]|\s날)|엊(?=그)|어(?=[제저버린])|모(?=레)|글(?=피)|전(?=날)|당(?=일)|같(?=은\s?날)|재(?=작)|돌(?=아오)"
    r"|[월화수목금토일](?=요일|\s?[·ㆍ,]\s?[월화수목금토일](?:요|\s?[·ㆍ,])|[~∼〜～\-–][월화수목금토일]요)|상(?=[반순])|하(?=반|순|루\s?[전뒤후이])|[초말](?=[^가-힣]|[에엔의은는이을를부까로도만과와보쯤께경]|$)|초(?=[순반파])|중(?=[순반])"
    r"|후(?=반)|월(?=[초말])|주(?=말)|현(?=지\s?시|충일)|한(?=국\s?시|글날|가위|\s?[달해주]\s?[전뒤후])|신(?=정)|설(?=날|\s|을|에)|구(?=정)|추(?=석)|부(?=[처활])|석(?=가|\s?달)|삼(?=[일년])|개(?=천)|광(?=[복명])|성(?=탄)"
    r"|국(?=군)|크(?=리)|[핼할](?=러|로)|밸(?=런)|태(?=양절)|근(?=로자의)|노(?=동절)|제(?=헌)|[사나](?=흘\s?[전뒤후이])|닷(?=새)|엿(?=새)|여(?=드레|섯)|아(?=흐레|홉)|열(?=흘\s?[전뒤후이]|\s?달)|보(?=름)"
    r"|[두세넉네](?=\s?[달주해])|첫(?=째|\s번째)|[둘셋넷](?=째)|다(?=섯째)|마(?=지막)"
)
"""Where a piece may begin: tried before PIECE, which costs more."""
YEARS_AGO = re.compile(r"년\s전\s?$")
"""Before the day of the year on which it was: 10년 전 오늘."""
FUZZY = re.compile(r"께(?!서)|쯤|경(?=[에,\s]|까지|부터|$)|\s무렵|\s전후")
PARTS = {"초순": "early", "상순": "early", "초반": "early", "초": "early", "중순": "mid", "중반": "mid"}


def pieces(text: str) -> Iterator[Piece]:
    end = 0
    for start in START.finditer(text):
        if start.start() < end or not (match := PIECE.match(text, start.start())):
            continue
        kind = match.lastgroup or ""
        kind = LAST.get(kind, kind)
        if fields := _numeric(kind, match) if kind in NUMERIC else _named(kind, match):
            end = match.end()
            if fuzzy := FUZZY.match(text, end):
                end, fields = fuzzy.end(), fields._replace(approx=True)
            yield Piece(match.start(), end, fields)
        elif kind == "term":
            end = match.end()


NUMERIC = frozenset("dotted y short short2 decade century fy m d more py ry by".split())


def _numeric(kind: str, said: re.Match[str]) -> Fields | None:
    number = int(said[kind])
    if kind in ("y", "py", "ry", "by"):
        last = said["y2"] or said["ry2"]
        return Fields(year=number, end=Fields(year=int(last)) if last else None) if 1000 <= number < 2101 else None
    if kind in ("short", "short2"):
        return Fields(year=number + (2000 if number < 50 else 1900))
    if kind == "decade":
        return Fields(grain="decade", number=number if number > 99 else 1900 + number) if number % 10 == 0 else None
    if kind == "century":
        return Fields(grain="century", number=number * 100 - 99)
    if kind in ("fy", "dotted"):
        month, day = (int(said[name]) for name in (("fm", "fd") if kind == "fy" else ("dm", "dd")))
        number += 0 if kind == "fy" else 2000 if number < 50 else 1900
        return Fields(year=number, month=month, day=day) if 0 < month < 13 and 0 < day < 32 else None
    most = 12 if kind == "m" else 31
    last = int(said[kind + "2"] or 0) if kind != "more" else 0
    if kind == "more" and number <= 12 and int(said["next"]) != number + 1:
        return None  # 10·26일 may be a month and its day
    if not 0 < number <= most or last > most or (last and last <= number and kind == "d"):
        return None
    if kind == "m":
        return Fields(month=number, end=Fields(month=last) if last else None)
    return Fields(day=number, end=Fields(day=last) if last else None)


def _named(kind: str, match: re.Match[str]) -> Fields | None:
    if kind == "term":
        return None
    word = match[kind]
    if kind == "listed":  # 화·목요일
        return Fields(weekday=WEEKDAYS.index(word))
    if kind in ("w", "w3"):
        return Fields(
            weekday=WEEKDAYS.index(word), end=Fields(weekday=WEEKDAYS.index(match["w2"])) if match["w2"] else None
        )
    if kind == "nth":
        weekday = WEEKDAYS.index(match["nw"]) if match["nw"] else None
        return Fields(grain="nth", number="첫둘셋넷다".find(word[0]) + 1 or -1, weekday=weekday)
    if kind == "q":
        return Fields(grain="quarter", number=int(word))
    if kind == "h":
        return Fields(grain="half", number="상하".index(word) + 1)
    if kind == "p":
        return Fields(part=PARTS.get(word, "late"))
    if kind == "ends":
        part = PARTS.get(match["which"], "late")
        before = match.string[max(0, match.start() - 3) : match.start()]
        if re.search(r"[년해올달]\s$", before):
            return Fields(part=part)
        return Fields(years=0, part=part) if word == "연" else Fields(months=0, part=part)
    if kind == "weekend":
        return Fields(grain="weekend")
    if kind == "dday":  # so many days before it comes, by one who may write a day sooner or later
        return Fields(days=int(word), approx=True)
    if kind == "local":
        return Fields(local=True)
    if kind == "days" and YEARS_AGO.search(match.string, max(0, match.start() - 5), match.start()):
        return None
    if kind == "holiday":
        return Fields(holiday=holiday(word), approx=bool(match["long"]))
    return relative(kind, match)
