/** Some hundred of the commonest characters that only traditional or only simplified Chinese uses. */
const simplified =
  '们这国来时个会说发对关学么过还经动进长样开现没问实电机气体军战东书车马门见话语让认识读请谁谈调议论证评词译试详该访许设记讲边远运连达选适还违迁难风飞饭馆验骑鱼鸟龙齐无与业专两严丧丰临为丽举义乐乡买乱争于亏产亲亿仅从仓优伟传伤伦众价华协单卖卫厂厅历压厌县参双变叙号叶听启吴员响团园围图圆圣场坏块坚坛执扩扫扬处备够头夺奋奖妇孙宁宝审宪宽宾导层岁岛币师带帮庆库应庙废张弹强归当录总恶恼悬惊惧愿战户';
const traditional =
  '們這國來時個會說發對關學麼過還經動進長樣開現沒問實電機氣體軍戰東書車馬門見話語讓認識讀請誰談調議論證評詞譯試詳該訪許設記講邊遠運連達選適違遷難風飛飯館驗騎魚鳥龍齊無與業專兩嚴喪豐臨為麗舉義樂鄉買亂爭於虧產親億僅從倉優偉傳傷倫眾價華協單賣衛廠廳歷壓厭縣參雙變敘號葉聽啟吳員響團園圍圖圓聖場壞塊堅壇執擴掃揚處備夠頭奪奮獎婦孫寧寶審憲寬賓導層歲島幣師帶幫慶庫應廟廢張彈強歸當錄總惡惱懸驚懼願戶';
const onlySimplified = new Set([...simplified].filter((character) => !traditional.includes(character)));
const onlyTraditional = new Set([...traditional].filter((character) => !simplified.includes(character)));

/** `Hant` if traditional characters outnumber simplified ones, else `Hans`. */
export const chineseScript = (text: string): 'Hans' | 'Hant' => {
  let balance = 0;
  for (const character of text) {
    if (onlySimplified.has(character)) balance += 1;
    if (onlyTraditional.has(character)) balance -= 1;
  }
  return balance < 0 ? 'Hant' : 'Hans';
};

/** From so many characters of each kind on, a text in which both are common is Japanese. */
const LEAST_OF_EACH = 2;
const LEAST_SHARE = 0.25;

/**
 * Whether Han characters that only simplified and that only traditional Chinese uses stand side by side, as Japanese
 * does: `会` and `来` beside `員` and `認`. For texts without kana, such as headlines.
 */
export const mixesChineseScripts = (text: string): boolean => {
  let simple = 0;
  let full = 0;
  for (const character of text) {
    if (onlySimplified.has(character)) simple += 1;
    if (onlyTraditional.has(character)) full += 1;
  }
  const fewer = Math.min(simple, full);
  return fewer >= LEAST_OF_EACH && fewer >= LEAST_SHARE * (simple + full);
};
