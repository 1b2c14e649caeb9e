"""How Japanese writes names: titles behind persons, one character for a country in a headline."""

from __future__ import annotations

import re

from align.lang.base.names import heard
from align.lang.base.names.spelling import Spelling
from align.lang.han.folding import folded
from align.lang.han.names import Unspaced
from align.lang.ja.romaji import romaji

TITLES = (
    "氏 さん 君 様 容疑者 被告 受刑者 大統領 副大統領 首相 総理 国務総理 副首相 副総理 長官 次官 外相 国防相 国防長官 "
    "財務相 外務相 相 大臣 議員 代表 院内代表 委員長 "
    "副委員長 院内総務 報道官 代弁人 スポークスマン 教授 准教授 助教 博士 記者 特派員 論説委員 監督 コーチ 選手 主将 "
    "会長 副会長 社長 副社長 専務 常務 理事 理事長 院長 "
    "副院長 所長 副所長 局長 課長 次長 部長 チーム長 チームリーダー 室長 庁長 処長 市長 副市長 知事 副知事 区長 郡守 "
    "教育監 判事 検事 部長検事 検事長 検察総長 総長 "
    "弁護士 大法官 裁判官 裁判長 大使 公使 総領事 外務次官 研究委員 研究員 上級研究員 首席研究員 女史 夫人 神父 牧師 "
    "僧侶 大尉 大佐 少佐 大将 中将 少将 准将 元帥 提督 "
    "司令官 副司令官 参謀総長 合参議長 議長 副議長 校長 教頭 教諭 教師 講師 事務総長 事務局長 特使 特別代表 補佐官 "
    "秘書官 行政官 首席 首席秘書官 秘書室長 安保室長 政策室長 "
    "本部長 センター長 支部長 支会長 支店長 工場長 団長 副団長 館長 署長 警察庁長 候補 候補者 次期大統領 当選人 "
    "最高委員 組合長 主教 枢機卿 教皇 法王 国王 女王 王子 皇太子 "
    "書記長 総書記 主席 国家主席 国務委員長 党首 最高経営責任者 CEO 創業者 創立者 店長 マネジャー 取締役 頭取 総裁 "
    "副総裁 上院議員 下院議員 監査 看護師 医師 薬剤師 船長 機長 "
    "元大統領 前大統領 元首相 前首相 元長官 前長官 前代表 元代表 前議員 元議員 前会長 元会長 ら"
).split()
"""What stands behind a person's name."""


class Japanese(Unspaced):
    """Names in Japanese."""

    after = tuple(sorted(TITLES, key=len, reverse=True))
    towards = "訪対在駐反親全"
    followers = re.compile(
        "大統領|政府|軍|国防|国務|財務|司法|商務|中央|連邦|議会|上院|下院|首脳|両|関係|同盟|会談|合同|連合|間|国境|"
        "国交|外相|外交|外務|防衛|軍事|協|交渉|貿易|通商|経済|"
        "共同|三|3|３|首相|紙|メディア|企業|当局|海軍|空軍|陸軍|経済|投資|安保|対立|戦争|摩擦|FTA|自由貿易|協定|条約|"
        "対話|高官|実務"
    )
    common = frozenset(
        "タイ チリ マリ メタ X MS FT ダウ ロス リオ IS バリ エコノミスト ガーディアン マスク 下院 国家院 アップル アマゾン".split()
    )

    def latin(self, form: str) -> str:
        """Katakana."""
        return romaji(folded(form).text)


def spelt() -> Spelling:
    """How Japanese writes names."""
    return Japanese()


__all__ = ["heard", "spelt"]
