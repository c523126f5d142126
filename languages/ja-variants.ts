/**
 * Old characters, each followed by the modern one: facts of the OpenCC project's table of Shinjitai (Apache-2.0, see
 * NOTICE), and variants used only in names. All are in the basic plane, so that no offset moves.
 */
const pairs = [
  '乘乗亂乱亙亘亞亜佛仏來来俠侠俱倶倂併值値假仮傳伝僞偽價価儉倹兒児兔兎內内兩両冰氷凛凜剎刹剩剰劍剣劑剤勞労勳勲勵励勸勧勻匀區区卷巻卻却卽即參参吳呉咒呪啞唖單単噓嘘嚙噛嚴厳囑嘱圈圏國国圍囲圓円圖図',
  '團団堯尭填塡增増墮堕壓圧壘塁壞壊壤壌壯壮壹壱壽寿奧奥奬奨妝粧姊姉姬姫孃嬢學学寢寝實実寫写寬寛寶宝將将專専對対屆届屬属峯峰峽峡嶽岳巖巌巢巣帶帯廁厠廢廃廣広廳庁彈弾彌弥彎弯彥彦徑径從従徵徴德徳恆恒',
  '悅悦惠恵惡悪惱悩愼慎慘惨應応懷懐戀恋戰戦戲戯戶戸戾戻拂払拔抜拜拝挾挟插挿揭掲搔掻搖揺搜捜摑掴擇択擊撃擔担據拠擧挙擴拡攝摂攪撹收収效効敍叙敕勅敘叙數数斷断晄晃晉晋晚晩晝昼暨曁曆暦曉暁曾曽會会枡桝',
  '查査條条棧桟棱稜榆楡榮栄槇槙槪概樂楽樓楼樞枢樣様橫横檜桧檢検櫻桜權権歐欧歡歓步歩歲歳歷歴歸帰殘残殼殻毆殴每毎氣気污汚沒没涉渉淚涙淨浄淺浅渴渇溪渓溫温溼湿滯滞滿満潑溌潛潜澀渋澁渋澤沢濕湿濟済濤涛',
  '濱浜濾沪瀧滝瀨瀬灣湾焰焔燈灯燒焼營営爐炉爭争爲為牀床犧犠狀状狹狭獎奨獨独獵猟獸獣獻献瓣弁甁瓶產産畫画當当疊畳痹痺瘦痩癡痴發発皋皐盜盗盡尽眞真硏研碎砕礪砺祕秘祿禄禦御禪禅禮礼禰祢禱祷稅税稱称稻稲',
  '穎頴穗穂穩穏穰穣竈竃竊窃竝並粹粋糉粽絕絶絲糸經経綠緑緖緒緣縁縣県縱縦總総繡繍繩縄繪絵繫繋繼継續続纔才纖繊缺欠罐缶羣群聯連聰聡聲声聽聴肅粛脣唇脫脱腦脳腳脚膽胆臟臓臺台與与舉挙舊旧舍舎艷艶荔茘莊荘',
  '莖茎菸煙萊莱萠萌萬万蔣蒋蔥葱薰薫藏蔵藝芸藥薬蘆芦處処虛虚號号螢蛍蟬蝉蟲虫蠟蝋蠶蚕蠻蛮衞衛裝装襃褒覺覚覽覧觀観觸触說説謠謡證証譯訳譽誉讀読變変讓譲豐豊豫予貓猫貳弐賣売賴頼贊賛贗贋踐践輕軽輛輌轉転',
  '辨弁辭辞辯弁遙遥遞逓遲遅邊辺郞郎鄉郷鄕郷鄰隣醉酔醫医醬醤醱醗釀醸釋釈銳鋭鋪舗錄録錢銭鍊錬鎭鎮鐵鉄鑄鋳鑛鉱閱閲關関陷陥隨随險険隱隠雙双雜雑雞鶏霸覇靈霊靜静顏顔顯顕飜翻餘余餠餅騷騒驅駆驗験驛駅髓髄',
  '體体髮髪鬥闘鬭闘鱉鼈鷄鶏鷗鴎鹼鹸鹽塩麥麦麪麺麴麹麵麺黃黄黑黒默黙點点黨党齊斉齋斎齒歯齡齢龍竜龜亀邉辺髙高﨑崎濵浜槗橋桒桑栁柳',
].join('');

/** ヴァ, ヴィ … as newspapers write them. */
const sounds = 'ヴァ=バ ヴィ=ビ ヴェ=ベ ヴォ=ボ ヴュ=ビュ ヴ=ブ ゔ=ブ'.split(' ');

/** 三ヶ月, 三か月, 三箇月: counters with several spellings. */
const counted = '月国所年条';
const counts = ['ヶ', 'ヵ', 'ケ', 'か', '箇', '個'].flatMap((sign) =>
  [...counted].map((unit) => `${sign}${unit} => カ${unit}`),
);
export const japaneseCounters: readonly string[] = [...counted].map((unit) => `カ${unit}`);

/** Verbs that begin compounds: their kana may be left out (引き渡し, 引渡し, 引渡). */
const verbs =
  '引取申受打売買立切繰差見積組乗入書言話追送落押掛貸借割振付張払使植埋抜締詰持呼読寄降釣突投握飲焼待編織折置刷染据備踏巻盛譲預請移縫塗食飛挙建歩聞考締替越渡込合継続止消直返届出手支';
const stemKana = 'いえきぎけげしせちびべみめりれ';

/** Patterns of kana that may be left out: between the verbs of a compound, and after the second. */
export const okurigana = {
  within: `(?<=[${verbs}])[${stemKana}](?=\\p{IsHan})`,
  behind: `(?<=[${verbs}]\\p{IsHan})[${stemKana}]`,
} as const;

/** An old character for each one in use. */
export const oldCharacters: ReadonlyMap<string, string> = new Map(
  Array.from({ length: pairs.length / 2 }, (_, n) => [pairs[2 * n + 1] ?? '', pairs[2 * n] ?? '']),
);

/** Rules of a `mapping` character filter. */
export const japaneseVariants: readonly string[] = [
  ...new Set([
    ...Array.from({ length: pairs.length / 2 }, (_, n) => `${pairs[2 * n]} => ${pairs[2 * n + 1]}`),
    ...sounds.map((sound) => sound.replace('=', ' => ')),
    ...counts,
    'ヶ => ケ',
    'ヵ => カ',
  ]),
];
