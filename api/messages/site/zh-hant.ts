import type { SiteMessages } from '../site-messages.ts';

export const traditionalChineseSite: SiteMessages = {
  filterAndSort: '篩選與排序',
  showResults: '查看結果',
  chosen: '已選篩選條件',
  remove: (name) => `移除${name}`,
  pastDay: '過去24小時',
  pastWeek: '過去一週',
  pastMonth: '過去一個月',
  pastYear: '過去一年',
  anyTime: '任何時間',
  showAll: '顯示全部',
  findInList: '在此清單中尋找',
  copies: (count) => `${count}份副本`,
  untitled: '無標題',
  developers: '開發者',
  peak: '最多',
  readAt: '閱讀原文：',
  cite: '引用',
  about: '關於',
  aboutText:
    'Dateline收集各國政府和通訊社發布的內容，並提供多種語言的搜尋。每篇文章都保留來源、日期和所有版本。人物可用任何文字的姓名尋找。',
  sources: '來源',
  lastArticle: '最新文章',
  contact: '更正與刪除',
  contactText:
    '如果文字、姓名或日期有誤，或某篇文章不應出現在此處，請寫信給營運者並註明頁面網址。來源所作的更正會顯示為新版本；撤回的內容不再顯示。',
  imprint: '營運者',
  notConfigured: '本站營運者沒有提供名稱或聯絡地址。',
  privacy: '隱私',
  privacyText:
    '頁面不設定Cookie，也不從其他網站載入任何內容。日誌記錄頁面類型、時間、結果和請求時長，但不記錄搜尋詞和讀者的 IP 位址。為防止濫用，會在短時間內統計同一位址的請求次數。',
  offline: '您已離線',
  offlineHelp: '搜尋需要網路連線。請在連上網路後重試。',
  whichDate: '指的是哪一天？',
};
