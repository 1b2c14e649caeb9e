"""How Chinese writes names: titles before persons and behind them, one character for a country."""

from __future__ import annotations

import re
from types import MappingProxyType

from align.lang.base.names import heard
from align.lang.base.names.spelling import Spelling
from align.lang.han.names import Unspaced
from align.lang.zh.pinyin import pinyin

TITLES = (
    "先生 女士 小姐 总统 總統 副总统 副總統 总理 總理 国务总理 首相 外长 外長 防长 防長 财长 財長 部长 部長 副部长 "
    "副部長 长官 長官 次官 次长 次長 议员 議員 代表 党鞭 黨鞭 党首 黨首 "
    "院内代表 院內代表 委员长 委員長 副委员长 主席 副主席 发言人 發言人 教授 副教授 博士 记者 記者 特派员 特派員 "
    "主教练 教练 教練 选手 選手 队长 隊長 会长 會長 副会长 副會長 社长 社長 副社长 副社長 "
    "总裁 總裁 副总裁 副總裁 董事长 董事長 董事 总经理 總經理 经理 理事 理事长 理事長 院长 院長 副院长 所长 所長 局长 "
    "局長 科长 處長 处长 厅长 廳長 室长 室長 组长 組長 市长 市長 副市长 副市長 知事 道知事 "
    "区厅长 区长 區長 郡守 教育监 法官 检察官 檢察官 检察长 检察总长 檢察總長 总长 總長 律师 律師 大法官 审判长 審判長 "
    "大使 公使 总领事 總領事 研究员 研究員 研究委员 夫人 神父 牧师 牧師 法师 "
    "上将 上將 中将 中將 少将 少將 大将 大將 上校 中校 司令 司令官 参谋总长 議長 议长 議長 副议长 校长 校長 教师 教師 "
    "老师 老師 讲师 秘书长 秘書長 特使 特别代表 特別代表 助理 秘书官 秘书室长 "
    "首席 首席秘书 本部长 本部長 中心主任 主任 支部长 支部長 支会长 分社长 店长 店長 工厂长 团长 團長 馆长 館長 署长 "
    "署長 候选人 候選人 当选人 當選人 最高委员 最高委員 红衣主教 教皇 教宗 国王 國王 女王 "
    "王子 总书记 總書記 国家主席 國家主席 国务委员长 國務委員長 首席执行官 首席執行官 行政总裁 CEO 创始人 創始人 医生 "
    "醫生 护士 護士 船长 船長 机长 機長 等人 某"
).split()
"""What stands before a person's name, or behind it."""


class Chinese(Unspaced):
    """Names in Chinese."""

    after = tuple(sorted(dict.fromkeys(TITLES), key=len, reverse=True))
    before = (*(title for title in TITLES if title not in ("等人", "某", "先生")), "前", "原")
    towards = "访訪对對驻駐反亲親赴在"
    followers = re.compile(
        "总统|總統|政府|军|軍|国防|國防|国务|國務|财政|財政|司法|商务|商務|联邦|聯邦|国会|國會|参议院|众议院|首脑|首腦|"
        "两国|兩國|关系|關係|同盟|会谈|會談|联合|聯合|"
        "之间|之間|边境|邊境|边界|外长|外長|外交|防长|防長|军事|軍事|合作|谈判|談判|贸易|貿易|经贸|經貿|经济|經濟|共同|"
        "三国|三國|三方|双方|雙方|双边|雙邊|媒|企|方|"
        "当局|當局|海军|空军|战争|戰爭|冲突|衝突|自贸|自貿|协定|協定|条约|條約|对话|對話|高官|领导人|領導人|股|联军|總領事"
    )
    common = frozenset(
        (
            "大众 大眾 苹果 蘋果 汉堡 漢堡 拉法 哈桑 科隆 里昂 马赛 馬賽 德里 巴厘 伯力 教廷 下院 微软 抖音 油管 雪梨 "
            "南海 东海 東海"
        ).split()
    )
    vetoes = MappingProxyType({"海地": "上渤"})

    def latin(self, form: str) -> str:
        """Characters that transcribe."""
        return pinyin(self.plain(form))


def spelt() -> Spelling:
    """How Chinese writes names."""
    return Chinese()


__all__ = ["heard", "spelt"]
