import type { SiteMessages } from '../site-messages.ts';

export const japaneseSite: SiteMessages = {
  filterAndSort: '絞り込みと並べ替え',
  showResults: '結果を表示',
  chosen: '選択した条件',
  remove: (name) => `${name}を外す`,
  pastDay: '24時間以内',
  pastWeek: '1週間以内',
  pastMonth: '1か月以内',
  pastYear: '1年以内',
  anyTime: '期間指定なし',
  showAll: 'すべて表示',
  findInList: 'この一覧から探す',
  copies: (count) => `同文${count}件`,
  untitled: '無題',
  developers: '開発者向け',
  peak: '最多',
  readAt: '元のページ：',
  cite: '引用',
  about: 'このサイトについて',
  aboutText:
    'Datelineは各国政府と通信社の発表を集め、多くの言語で検索できるようにします。記事ごとに出典、日付、すべての版を保存します。人物はどの文字の名前でも見つかります。',
  sources: '情報源',
  lastArticle: '最新の記事',
  contact: '訂正と削除',
  contactText:
    '本文、名前、日付に誤りがある場合や、掲載すべきでない記事がある場合は、ページのアドレスを添えて運営者にご連絡ください。情報源による訂正は新しい版として表示し、取り下げられたものは表示しません。',
  imprint: '運営者',
  notConfigured: 'このサイトの運営者は名称も連絡先も示していません。',
  privacy: 'プライバシー',
  privacyText:
    'ページはCookieを使わず、他のサイトから何も読み込みません。ログにはページの種類、時刻、結果、所要時間を残しますが、検索語や読者のアドレスは残しません。濫用を防ぐため、アドレスごとの要求数を短時間だけ数えます。',
  offline: 'オフラインです',
  offlineHelp: '検索には接続が必要です。接続してからもう一度お試しください。',
  whichDate: 'どの日のことですか？',
};
