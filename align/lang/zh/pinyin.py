"""How the characters sound that transcribe foreign names, in pinyin without tones."""

from __future__ import annotations

from functools import lru_cache

SYLLABLES = (
    "a阿啊 ai艾埃爱愛哀 an安恩鞍 ang昂 ao奥奧澳敖 ba巴芭霸八拔 bai拜白百柏 ban班本坂 bang邦帮幫榜 bao保鲍鮑宝寶堡包 "
    "bei贝貝北蓓倍 ben奔 bi比毕畢碧必彼庇 bian边邊 biao彪 bie別别 bin宾賓彬滨濱 bing冰兵 bo波博伯勃玻播薄 bu布卜步不 ca擦 "
    "cai蔡采 can灿 cang仓 cao曹 ce策 cha查察茶 chai柴 chang昌长常 chao超潮 che切彻車车徹 chen陈陳辰臣 cheng成程 "
    "chi奇池赤 chong冲 chu楚储 chuan川 chun春淳 ci茨慈次 cong聪 cui崔翠 cun村 da达達大妲 dai戴代黛岱 dan丹但 "
    "dang当當 dao道多 de德得 den登 deng邓鄧 di迪蒂帝狄底地第堤 dian电甸 die迭 ding丁鼎 dong东東栋棟冬董 dou窦竇 "
    "du杜都度 duan段 dun顿頓敦 duo朵 e厄俄娥鄂峨额額 er尔爾而耳儿兒 fa法发發 fan凡范範樊梵 fang方芳 fei费費菲飞飛妃斐 fen芬分 "
    "feng冯馮丰豐风凤鳳封 fo佛 fu弗福富夫伏傅芙甫辅輔符 ga加嘎 gai盖蓋该 gan甘干冈岡 gang刚剛 gao高 ge格戈葛哥各歌 gen根 "
    "geng耿 gong贡貢龚宫 gu古顾顧谷固 gua瓜 guan关 guang光 gui圭桂贵 guo果郭 ha哈 hai海 han汉漢汗韩韓罕翰 hang杭行 "
    "hao豪浩郝 he赫荷何贺賀河禾合和 hei黑 heng亨恒 hong洪宏 hou侯候 hu胡虎呼 hua华華花 huai怀懷 huan欢 huang黄黃皇 "
    "hui惠慧辉輝 huo霍 ji吉基季姬纪紀济积積 jia贾賈佳嘉迦伽家 jian坚健简簡剑 jiang江姜 jiao焦娇 jie杰傑捷洁潔界 jin金津晋靳今 "
    "jing京敬晶静靜井 jiong炯 jiu久 ju居 juan娟 jue爵觉 jun俊君军軍 ka卡喀凯咖 kai凱开開 kan坎堪康侃 kao考 ke克科柯可 "
    "ken肯 keng坑 kong孔 kou寇 ku库庫酷 kua夸 kuan宽 kui奎 kun昆坤 kuo阔 la拉喇腊臘菈 lai莱萊赖賴来來 "
    "lan兰蘭岚蓝藍 lang朗郎 lao劳勞老 le勒乐樂 lei雷蕾累 li里利理莉丽麗李黎礼禮立裡哩力历歷梨 lian连莲蓮廉連 liang良亮 liao廖 "
    "lie列烈 lin林琳霖麟 ling玲灵靈凌 liu刘劉柳留流 long龙龍隆 lou楼 lu卢盧鲁魯路露陆陸吕 luan栾 lun伦倫 luo罗羅洛萝蘿 "
    "lv呂 lve略 ma马馬玛瑪麻 mai迈邁麦麥买買 man曼蛮 mang芒 mao毛茂 me默 mei梅美 men门門 meng蒙孟 mi米密弥彌蜜 "
    "mian缅 miao苗 min敏明 mo莫摩墨末 mou牟 mu穆木姆慕 na纳納娜那拿 nai奈乃 nan南楠 nao瑙 ne内內 nen嫩 neng能 "
    "ni尼妮倪 nian年 niang娘 niao鸟 nie涅聂 nin宁 ning寧 niu纽紐牛 nong农農 nu努奴 nuo诺諾 nv女 ou欧歐 pa帕 "
    "pai派 pan潘 pang庞龐 pei佩裴培 pen彭 peng朋蓬 pi皮匹 pian片 pin平品 ping萍 po坡珀 pu普浦蒲 qi齐齊其琪祁契 "
    "qia恰 qian钱錢 qiang强 qiao乔喬 qin钦欽琴秦 qing青清庆 qiong琼瓊 qiu丘邱秋裘 qu屈曲區区 quan全 que阙 "
    "ran让讓然 re热熱 ren仁任 reng冉 ri日 rong荣榮容 rou柔 ru茹如儒 ruan阮 rui瑞锐芮 run润潤 ruo若 sa萨薩撒莎 "
    "sai塞赛賽 san三 sang桑 se瑟色 sen森 sha沙夏厦 shan山尚珊香善 shang上 shao绍紹肖 she舍 shen申神 "
    "sheng盛圣聖胜勝生 shi什施史石世士仕诗詩实時时 shou寿壽首 shu舒书書 shuai帅 shuang双 shui水 shun舜顺 shuo硕朔 "
    "si斯思西司丝絲 song宋松 su苏蘇素 sui绥 sun孙孫 suo索所梭 ta塔他 tai泰台太 tan坦谭譚 tang唐汤湯 tao陶桃 te特 "
    "teng滕藤腾 ti提 tian田天 tiao条 tie铁 ting廷婷汀 tong通同童 tou托 tu图圖土屠 tuan团 tui退 tuo陀 wa瓦娃 "
    "wai外 wan万萬旺 wang王汪 wei韦韋维維威魏薇卫衛伟偉 wen文温溫雯 weng翁 wo沃 wu乌烏武伍吴吳 xi希锡錫席喜熙茜 xia霞 "
    "xian显仙賢贤 xiang向湘 xiao萧蕭小晓曉 xie谢謝歇 xin辛欣新 xing兴星幸 xiong雄 xiu休修秀 xu许許徐旭 xuan宣 "
    "xue雪薛 xun逊遜 ya亚亞雅娅婭 yan扬延颜严 yang杨楊揚 yao姚尧 ye耶叶葉野 yi伊易以宜意怡依一義义 yin因英尹茵 ying应 "
    "yong永雍 you尤优由 yu于裕玉域宇 yuan元原院 yue约約岳 yun云雲允 za扎 zai载 zan赞贊 zang藏 ze泽澤 zen曾 zha札 "
    "zhai宅 zhan詹占 zhang张張 zhao赵昭 zhe哲 zhen珍真贞 zheng郑政正 zhi芝治志支 zhong中忠重 zhu朱珠茱 "
    "zhuang庄 zhuo卓 zi兹茲子 zong宗 zu祖 zui最 zuo佐左"
)
"""Each syllable with its characters, simplified and traditional, one syllable a character."""


def pinyin(han: str) -> str:
    """A name in a-z; "" where a character is none that transcribes.

    >>> pinyin("特朗普"), pinyin("普京"), pinyin("約翰遜"), pinyin("議")
    ('telangpu', 'pujing', 'yuehanxun', '')
    """
    parts = [_table().get(c, "") for c in han]
    return "".join(parts) if all(parts) else ""


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in SYLLABLES.split():
        sound = "".join(c for c in row if c.isascii())
        found |= dict.fromkeys((c for c in row if not c.isascii()), sound)
    return found
