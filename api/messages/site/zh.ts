import type { SiteMessages } from '../site-messages.ts';

export const chineseSite: SiteMessages = {
  filterAndSort: '筛选与排序',
  showResults: '查看结果',
  chosen: '已选筛选条件',
  remove: (name) => `移除${name}`,
  pastDay: '过去24小时',
  pastWeek: '过去一周',
  pastMonth: '过去一个月',
  pastYear: '过去一年',
  anyTime: '任何时间',
  showAll: '显示全部',
  findInList: '在此列表中查找',
  copies: (count) => `${count}份副本`,
  untitled: '无标题',
  developers: '开发者',
  peak: '最多',
  readAt: '阅读原文：',
  cite: '引用',
  about: '关于',
  aboutText:
    'Dateline收集各国政府和通讯社发布的内容，并提供多种语言的搜索。每篇文章都保留来源、日期和所有版本。人物可用任何文字的姓名查找。',
  sources: '来源',
  lastArticle: '最新文章',
  contact: '更正与删除',
  contactText:
    '如果文本、姓名或日期有误，或某篇文章不应出现在此处，请写信给运营者并注明页面地址。来源所作的更正会显示为新版本；撤回的内容不再显示。',
  imprint: '运营者',
  notConfigured: '本站运营者没有提供名称或地址。',
  privacy: '隐私',
  privacyText:
    '页面不设置Cookie，也不从其他网站加载任何内容。日志记录页面类型、时间、结果和请求时长，但不记录搜索词和读者的地址。为防止滥用，会在短时间内统计同一地址的请求次数。',
  offline: '您已离线',
  offlineHelp: '搜索需要网络连接。请在联网后重试。',
  whichDate: '指的是哪一天？',
};
