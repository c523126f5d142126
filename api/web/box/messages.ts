/** What the box says, in the order of `Messages`; short, since every page that shows a box loads all of it. */
type Messages = readonly [
  search: string,
  placeholder: string,
  people: string,
  agencies: string,
  articles: string,
  /** Announced; followed by a colon and the number. */
  suggestions: string,
  none: string,
  failed: string,
];

const messages: Readonly<Record<string, Messages>> = {
  en: [
    'Search',
    'Search news and statements',
    'People',
    'Agencies',
    'Articles',
    'Suggestions',
    'No suggestions',
    'No suggestions just now; Enter still searches',
  ],
  zh: [
    '搜索',
    '搜索新闻与声明',
    '人物',
    '通讯社',
    '文章',
    '建议',
    '没有建议',
    '暂时没有建议，按回车键仍可搜索',
  ],
  ru: [
    'Найти',
    'Новости и заявления',
    'Люди',
    'Агентства',
    'Статьи',
    'Подсказки',
    'Подсказок нет',
    'Подсказки сейчас недоступны; Enter всё равно ищет',
  ],
  es: [
    'Buscar',
    'Noticias y comunicados',
    'Personas',
    'Agencias',
    'Artículos',
    'Sugerencias',
    'Sin sugerencias',
    'Ahora no hay sugerencias; Intro busca igualmente',
  ],
  fr: [
    'Rechercher',
    'Dépêches et déclarations',
    'Personnes',
    'Agences',
    'Articles',
    'Suggestions',
    'Aucune suggestion',
    'Pas de suggestions pour l’instant ; Entrée lance la recherche',
  ],
  ar: [
    'بحث',
    'ابحث في الأخبار والبيانات',
    'أشخاص',
    'وكالات',
    'مقالات',
    'اقتراحات',
    'لا اقتراحات',
    'الاقتراحات غير متاحة الآن، ويبقى البحث ممكنا بمفتاح الإدخال',
  ],
  de: [
    'Suchen',
    'Nachrichten und Erklärungen',
    'Personen',
    'Agenturen',
    'Artikel',
    'Vorschläge',
    'Keine Vorschläge',
    'Gerade keine Vorschläge; Eingabe sucht trotzdem',
  ],
  pt: [
    'Pesquisar',
    'Notícias e comunicados',
    'Pessoas',
    'Agências',
    'Artigos',
    'Sugestões',
    'Sem sugestões',
    'Sem sugestões de momento; Enter pesquisa na mesma',
  ],
  ja: [
    '検索',
    'ニュースと声明を検索',
    '人物',
    '通信社',
    '記事',
    '候補',
    '候補はありません',
    '候補を表示できません。Enterキーで検索できます',
  ],
  ko: [
    '검색',
    '뉴스와 성명 검색',
    '인물',
    '통신사',
    '기사',
    '추천',
    '추천 없음',
    '지금은 추천을 표시할 수 없습니다. Enter 키로 검색하세요',
  ],
};

export const english = 'en';

/** The interface language for a BCP 47 tag; English where we do not speak it. */
export const speak = (tag: string): string => {
  const code = tag.slice(0, 2).toLowerCase();
  return code in messages ? code : english;
};

export const messagesIn = (code: string): Messages => messages[code] ?? (messages[english] as Messages);
