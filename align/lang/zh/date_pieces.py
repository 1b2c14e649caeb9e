"""The pieces of dates in Chinese text (plain): 2024年, 11月, 6日, 周三, 上月, 二季度, 上半年, 下旬, 底."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from align.lang.dates.fields import Fields, Piece
from align.lang.han import slashed
from align.lang.han.numerals import value
from align.lang.zh.holidays import HOLIDAY, LUNAR, NAMES, holiday
from align.lang.zh.relative_dates import (
    DAYS,
    LEANING,
    LEANING_MONTHS,
    MONTHS,
    OFFSETS,
    RELATIVE,
    WEEKS,
    YEARS,
    relative,
)

WEEKDAYS = "一二三四五六日"
TO = r"\s?(?:[~∼〜～\-–—－]{1,2}|至|到)\s?"
N = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
YEAR = r"(?:\d{4}|[一二][〇零○一二三四五六七八九]{3}|[一两二]千[〇零○]?[一二三四五六七八九十]{0,3})"
REIGNS = {"民国": 1911, "主体": 1911, "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
"""The year before the first of each count of years."""
AFTER = (
    r"(?![内间游]|本(?!报|台|周|届|次|市|社)|元|圆|币|均|常|语|裔|军(?!方|队|演|事)|式|圈|线|系|产|韩两国|程|志|历|"
    r"记(?!者)|报(?![道告称案警导出复])|之?久|"
    r"以[内上]|之内|千里|后(?!表|宣|举|发|，|。)|左右|有余|工作|企|语)"
)
"""What makes N日 so many days, or the beginning of another word."""
ONLY = (
    "一(?:些|直|度|家|名|个|位|批|切|样|定|级|致|般|共|系列|项|辆|架|艘|场(?!比赛)|次|档|部|份|条|种|份)|二(?:十|次|"
    "级|手)"
    "|三(?:星|菱|亚|井|峡|大|级|家|名|个|位|次(?!会)|国|边)|四(?:国|川|大|方|家|名|个|位|次(?!会))|五(?:角|家|名|个|"
    "位|大|次)|六(?:合|家|名|个|位|大|次)"
    "|日(?:本|元|圆|均|语|军|程|报|常|资|产|企|经|韩)|天(?:津|王|气|空)"
)
"""What the letter of a weekday begins instead: 上周三星电子, 本周日本队, 上周一名男子."""
LABELS = "楼线机院馆门公路令文井台仓店厅室炉车厢选种案通区地位球员坑池塔筒舱桥"
"""What makes N号 a number: 3号楼, 2号线."""
FIRST_WORDS = (
    *REIGNS, *NAMES, *YEARS, *MONTHS, *WEEKS, *DAYS, *OFFSETS, *LEANING, *LEANING_MONTHS,
    *"农阴旧上本年月周星礼半春夏秋冬当初首第底末尾中后前", *(
    "当地 韩国 北京 首尔 平壤 东京 美国 华盛顿 纽约 伦敦 巴黎 莫斯科 基辅 乌克兰 日内瓦 格林尼治".split()
))  # fmt: skip
PLACES = (
    "当地|本地|现地|韩国|北京|首尔|平壤|东京|美国|美东|美西|华盛顿|纽约|伦敦|巴黎|莫斯科|基辅|乌克兰|日内瓦|"
    "格林尼治标准|格林尼治"
)
"""Whose time it is that a day or hour is told in."""
BEGINNING = rf"(?=[\d一二两三四五六七八九十廿卅〇零○{''.join(sorted({word[0] for word in FIRST_WORDS}))}（(，,'’‘Q])"
"""What a piece may begin with: looked at before PIECE, which costs more."""
PIECE = re.compile(
    BEGINNING
    + "(?:"
    + "|".join(
        (
            rf"(?P<lunar>(?:农历|阴历|旧历)(?:\s?{YEAR}年)?(?P<lm>正|冬|腊|{N})月(?P<ld>初?{N})[日号]?)",
            rf"(?P<era>{'|'.join(REIGNS)})\s?(?P<reign>元|\d{{1,3}}|"
            rf"[一二三四五六七八九十百零〇]{{1,6}})(?:\s?[(（]{YEAR}[)）])?年度?",
            rf"(?<!\d,)(?<![\d.前])(?P<y>{YEAR})\s?(?:年?{TO}(?P<y2>{YEAR})\s?)?年(?!代|的?历史|来的|之久|级|"
            rf"龄)(?:度(?![过假]))?",
            rf"(?<=[(（])(?P<py>(?:1[5-9]|20)\d\d)(?:{TO}(?P<py2>(?:1[5-9]|20)\d\d))?(?=[)）])",
            rf"(?:['’‘](?P<short>\d{{2}})年|(?<!\d,)(?<![\d.])(?P<short2>0\d\s?|\d{{2}})年(?=(?<=0\d年)|(?<=0\d\s年)|"
            rf"\s?{N}月|度?[上下]半年|度?第?[一二三四]季))",
            r"(?<!公元前)(?<!前)(?P<cent>\d{1,2}|[一二三四五六七八九十]{1,3}|上个?|本)世纪(?:(?P<dec>\d0|"
            r"[一二三四五六七八九]?十)年代)?(?!福克斯|广场|大道|公园|大战)",
            r"(?<!\d)(?P<decade>\d{3}0|[〇零一二三四五六七八九]{3}[〇零]|[1-9]0|[一二三四五六七八九]十)年代",
            r"(?<!\d)(?P<fy>\d{4})(?P<sep>[.\-/])\s?(?P<fm>\d{1,2})(?P=sep)\s?(?P<fd>\d{1,2})(?![\d.]\d|\d)",
            r"(?<!\d)(?P<fys>(?:19|20)\d\d)\s(?P<fms>[01]\d)\s(?P<fds>[0-3]\d)(?!\d)",
            r"(?<![\d/.-])(?P<am>\d{1,2})/(?P<ad>\d{1,2})/(?P<ay>(?:19|20)\d\d)(?![\d/])",
            slashed.pattern(
                "[(（](?:周|星期|礼拜)?[一二三四五六日天]", "[，。；、（(至到起前晚早]|上午|下午|凌晨|在|举行|回"
            ),
            rf"(?<=年)[前头](?P<first>[二三](?:个季度|季度?)|{N}个?月)|(?<![\d目之以])前(?P<firsts>[二三]季度|"
            rf"[三]个季度|[3-9]个月|1[01]个月|[四五六七八九十]个月)",
            r"(?<![\d.])(?P<roc>1[01]\d)年(?=\s?\d{1,2}月\s?\d{1,2}日)",
            r"(?P<tyear>[去今明])[(（](?P<ty>\d{4})[)）]年|(?P<tmonth>[上本下])[(（](?P<tm>\d{1,2})[)）]月",
            r"(?<=[昨今明])[(（](?P<tday>\d{1,2})[)）]日",
            r"(?<!\d,)(?<![\d.、])(?P<listed>\d{1,2})(?=[、](?P<lnext>\d{1,2})(?:[、]\d{1,2}){0,2}月(?!球))",
            rf"(?<!\d,)(?<![\d.一二三四五六七八九十百千两几数个])(?P<m>{N})\s?(?:月?{TO}(?P<m2>{N})\s?)?月(?:份(?!额))?(?!球|"
            rf""
            rf"亮|饼|薪|收入|租|均|费|供|天|嫂|子|经|台|光)",
            rf"(?<=月)(?P<hao>{N})(?:号?{TO}(?P<hao2>{N}))?号",
            r"(?<!\d,)(?<![\d.第])(?P<haoalone>\d{1,2})号(?=[，。、；（(]|$|[至到](?!底)|之?前|早|晚|上午|下午|凌晨|"
            r"中午|举行|起|在|将|表示|宣布|发布)",
            rf"(?<!\d,)(?<![\d.])(?P<more>\d{{1,2}})(?=日?[、·和及与](?P<next>\d{{1,2}})(?:[、·]\d{{1,2}}){{0,2}}日{AFTER})",
            rf"(?<!\d,)(?<![\d.一二三四五六七八九十百千两几数第每近])(?P<d>{N})\s?(?:日?{TO}(?P<d2>{N})\s?)?日{AFTER}",
            r"(?<=月)(?P<bare>[一二三四五六七八九十]{1,3}|初[一二三四五六七八九十])(?![日号\d个名项年月])",
            r"(?<=[日号])[(（](?P<w3>[一二三四五六日])[)）]",
            rf"(?:(?<=[日号])[,，]\s?|(?<![一二两三四五六七八九十\d半几数整个]))(?:周|星期|"
            rf"礼拜)(?!{ONLY})(?P<w>[一二三四五六日天])"
            rf"(?:{TO}(?:周|星期|礼拜)(?P<w2>[一二三四五六日天]))?",
            r"(?:第\s?)?(?P<q>(?<!\d)[1-4]|[一二三四首])(?:(?:(?<=首)个|(?<=第.)个|(?<=第\s.)个)?季度|季(?:(?<=年.季)(?<!一年四季)|(?<=年第.季)|(?=的?(?:财|营|净|业|"
            r"经|GDP|国|出|销|毛|获|收|盈|亏|利))))",
            r"(?<![A-Za-z])(?P<eq>Q[1-4]|[1-4]Q)(?![A-Za-z\d])",
            r"(?P<h>[上下前后])半年(?:度)?",
            r"(?P<p>上旬|中旬|下旬|(?<=[年月期度])(?:初|底|末|尾)(?!步|期|级|次|代)|"
            r"(?<=[年月])中(?=[，。、；）)的以起前后举或完开启推正将]|$)"
            r"|(?<=[代纪])(?:初期|中期|后期|前期|末期|初|末|中叶|后半期|前半期))",
            r"(?<![一二两三四五六七八九十半几数\d每个\s])(?P<ends>[年月])(?P<which>初|底|末|中)(?!步|级|奖|会|无休|考|"
            r"国|方|央|日|东|旬|间|秋|心|餐)",
            r"(?P<season>(?<=年)[春夏秋冬])(?:季|天|日)?(?!节|运会|奥|晚|装|令营|运)|"
            r"(?P<now>[今去明])(?P<nowseason>[春夏秋冬])(?:季|天)?(?!节)",
            r"(?P<weekend>周末)(?!愉快|版|刊|档)",
            rf"(?P<local>[(（](?:[\u4e00-\u9fff]{{0,4}}(?:{PLACES})(?:东部|西部|中部)?时间(?:，下同)?)[)）]"
            rf"|(?:{PLACES})(?:东部|西部|中部)?时间(?=\s?(?:\d|"
            rf"[一二三四五六七八九十周星昨今明本上下当凌清早中傍晚深])))",
            HOLIDAY,
            RELATIVE.replace("WORDS", ONLY),
        )
    )
    + ")"
)
LAST = {
    "ld": "lunar", "reign": "era", "y2": "y", "py2": "py", "dec": "cent", "fd": "fy", "fds": "fys", "ay": "am",
    "sd": "sm", "sday": "sm",
    "lnext": "listed", "m2": "m",
    "hao2": "hao", "next": "more", "d2": "d", "w2": "w", "nowseason": "now", "which": "ends", "long": "holiday",
    "wday": "weeks", "ending": "weeks",
    "way": "count",
}  # fmt: skip
"""A group that closes last -> the one that tells what kind of piece it is."""
PARTS = {
    "上旬": "early", "中旬": "mid", "下旬": "late", "初": "early", "初期": "early", "前期": "early",
    "前半期": "early", "中": "mid", "中期": "mid",
    "中叶": "mid",
}  # fmt: skip
SEASONS = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}
FUZZY = re.compile(r"\s?(?:前后|左右)")


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of dates in a plain text, left to right."""
    for match in PIECE.finditer(text):
        kind = match.lastgroup or ""
        kind = LAST.get(kind, kind)
        reader = READERS.get(kind)
        if fields := reader(match) if reader else relative(kind, match):
            end = match.end()
            if fuzzy := FUZZY.match(text, end):
                end, fields = fuzzy.end(), fields._replace(approx=True)
            yield Piece(match.start(), end, fields)


def _number(word: str | None) -> int:
    """The number of a word of digits, 0 for none: 20, 二十, 二〇二四, 初五."""
    if not word:
        return 0
    found = value(word.strip().removeprefix("初").replace("元", "一").replace("首", "一"))
    return int(found[0]) if found else 0


def _year(match: re.Match[str]) -> Fields | None:
    first, last = (match["y"], match["y2"]) if match["y"] else (match["py"], match["py2"])
    number, end = _number(first), _number(last)
    if not 1000 <= number < 2101 or (end and not number < end < 2101):
        return None
    return Fields(year=number, end=Fields(year=end) if end else None)


def _era(match: re.Match[str]) -> Fields:
    return Fields(year=REIGNS[match["era"]] + _number(match["reign"]))


def _short(match: re.Match[str]) -> Fields:
    number = int(match["short"] or match["short2"])
    return Fields(year=number + (2000 if number < 50 else 1900))


def _century(match: re.Match[str]) -> Fields | None:
    said = match["cent"]
    number = {"上": 20, "本": 21}.get(said[0]) or _number(said)
    if not 0 < number < 30:
        return None
    first = (number - 1) * 100
    return (
        Fields(grain="decade", number=first + _number(match["dec"]))
        if match["dec"]
        else Fields(grain="century", number=first + 1)
    )


def _decade(match: re.Match[str]) -> Fields:
    number = _number(match["decade"])
    return Fields(grain="decade", number=number if number > 99 else 1900 + number)


def _full(match: re.Match[str]) -> Fields | None:
    names = ("fy", "fm", "fd") if match["fy"] else ("fys", "fms", "fds") if match["fys"] else ("ay", "am", "ad")
    year, month, day = (int(match[name]) for name in names)
    if names[0] == "ay" and month > 12:
        month, day = day, month
    return Fields(year=year, month=month, day=day) if 0 < month < 13 and 0 < day < 32 and 1000 <= year < 2101 else None


def _first(match: re.Match[str]) -> Fields | None:
    """前三季度, 前9个月: from the beginning of the year."""
    said = match["first"] or match["firsts"]
    many = _number(said.rstrip("个季度月")) * (3 if "季" in said else 1)
    return Fields(month=1, end=Fields(month=many)) if 1 < many < 13 else None


def _taiwan(match: re.Match[str]) -> Fields | None:
    """113年11月7日, 去（2023）年, 上（10）月, 昨（6）日."""
    if match["roc"]:
        return Fields(year=1911 + int(match["roc"]))
    if match["ty"]:
        return Fields(year=int(match["ty"]))
    if match["tm"]:
        return Fields(months={"上": -1, "本": 0, "下": 1}[match["tmonth"]])
    return Fields(day=int(match["tday"])) if 0 < int(match["tday"]) < 32 else None


def _month(match: re.Match[str]) -> Fields | None:
    first, last = _number(match["m"] or match["listed"]), _number(match["m2"])
    return Fields(month=first, end=Fields(month=last) if last else None) if 0 < first < 13 and last < 13 else None


def _day(match: re.Match[str]) -> Fields | None:
    names = next(
        pair
        for pair in (("d", "d2"), ("hao", "hao2"), ("haoalone", None), ("more", None), ("bare", None))
        if match[pair[0]]
    )
    first, last = _number(match[names[0]]), _number(match[names[1]]) if names[1] else 0
    if names[0] == "more" and first <= 12 and int(match["next"]) != first + 1 and match.string[match.end()] == "·":
        return None  # 10·26日 may be a month and its day
    if not 0 < first <= 31 or last > 31 or (last and last <= first):
        return None
    return Fields(day=first, end=Fields(day=last) if last else None)


def _weekday(match: re.Match[str]) -> Fields:
    first, last = (
        ("一二三四五六日".find(word.replace("天", "日")) if word else None)
        for word in (match["w"] or match["w3"], match["w2"])
    )
    return Fields(weekday=first, end=Fields(weekday=last) if last is not None else None)


def _quarter(match: re.Match[str]) -> Fields:
    return Fields(grain="quarter", number=_number((match["q"] or match["eq"]).strip("Q")))


def _ends(match: re.Match[str]) -> Fields:
    """年底, 月初: of this one, unless the word before tells which: 今年年底."""
    part = PARTS.get(match["which"], "late")
    if match.string[: match.start()].endswith(("年", "月", "年度")):
        return Fields(part=part)
    return Fields(years=0, part=part) if match["ends"] == "年" else Fields(months=0, part=part)


def _lunar(match: re.Match[str]) -> Fields | None:
    name = LUNAR.get((_number(match["lm"].replace("正", "一")), _number(match["ld"])))
    return Fields(holiday=name) if name else None


READERS: dict[str, Callable[[re.Match[str]], Fields | None]] = {
    "lunar": _lunar, "era": _era, "y": _year, "py": _year, "short": _short,
    "short2": _short, "cent": _century, "decade": _decade, "fy": _full, "fys": _full, "am": _full, "sm": slashed.read,
    "first": _first, "firsts": _first, "roc": _taiwan, "ty": _taiwan, "tm": _taiwan, "tday": _taiwan, "m": _month, "listed": _month,
    "d": _day, "hao": _day, "haoalone": _day, "more": _day, "bare": _day, "w": _weekday, "w3": _weekday,
    "q": _quarter, "eq": _quarter,
    "h": lambda match: Fields(grain="half", number=1 if match["h"] in "上前" else 2),
    "p": lambda match: Fields(part=PARTS.get(match["p"], "late")), "ends": _ends,
    "season": lambda match: Fields(part=SEASONS[match["season"]]),
    "now": lambda match: Fields(years={"去": -1, "今": 0, "明": 1}[match["now"]], part=SEASONS[match["nowseason"]]),
    "weekend": lambda match: Fields(grain="weekend"), "local": lambda match: Fields(local=True),
    "holiday": lambda match: Fields(holiday=holiday(match["holiday"]), approx=bool(match["long"])),
}  # fmt: skip
"""What reads a piece, by its kind; RELATIVE's are read by `relative`."""
