/** One file of labels to learn from. */
export interface Source {
  readonly set: string;
  readonly language: string;
  readonly weight: number;
  /** Labelled by another tool: read from `--labels`, not from the data folder. */
  readonly teacher?: boolean;
  /** Only every n-th text is used, because more labels of the same tool cost time without benefit. */
  readonly every?: number;
  /** The set is also measured on: `--hold-out` leaves a part of it out. */
  readonly crossValidated?: boolean;
}

/** One model: the languages that share a script and its habits. */
export interface FamilyPlan {
  readonly name: string;
  readonly languages: readonly string[];
  /** The word list for text without spaces. */
  readonly words: string | null;
  readonly sources: readonly Source[];
  readonly bits: number;
  readonly epochs: number;
  readonly penalty: number;
  /** Penalty for the outside tag (natural logarithm), because missing a person is the worse error. */
  readonly bias: number;
}

/** A set that is also used for evaluation: its figures come from models that have not seen the evaluated part. */
const measured = (set: string, language: string, weight = 1): Source => ({
  set,
  language,
  weight,
  crossValidated: true,
});

/** News like the application's input, labelled for this purpose: few texts, so each counts more. */
const news = (language: string): Source => measured(`${language}-news.dev`, language, 2);

export const families: readonly FamilyPlan[] = [
  {
    name: 'latin',
    languages: ['en', 'de', 'pt', 'sv', 'es', 'fr'],
    words: null,
    sources: [
      ...['en', 'de', 'es', 'fr'].map(news),
      { set: 'en-wikigold.train', language: 'en', weight: 1 },
      { set: 'en-crossner-politics.train', language: 'en', weight: 1 },
      measured('en-crossner-politics.dev', 'en'),
      measured('en-uner-ewt.dev', 'en'),
      { set: 'pt-uner-bosque.train', language: 'pt', weight: 1 },
      measured('pt-uner-bosque.dev', 'pt'),
      { set: 'sv-uner-talbanken.train', language: 'sv', weight: 1 },
      measured('sv-uner-talbanken.dev', 'sv'),
      measured('de-germeval.dev', 'de'),
    ],
    bits: 20,
    epochs: 8,
    penalty: 0.02,
    bias: 0.3,
  },
  {
    name: 'cyrillic',
    languages: ['ru'],
    words: null,
    sources: [
      { set: 'ru-nerel.train', language: 'ru', weight: 1 },
      measured('ru-nerel.dev', 'ru'),
      measured('ru-factrueval.dev', 'ru'),
      { set: 'ru-natasha', language: 'ru', weight: 0.7, teacher: true },
    ],
    bits: 19,
    epochs: 8,
    penalty: 0.02,
    bias: 0.5,
  },
  {
    name: 'arabic',
    languages: ['ar'],
    words: null,
    sources: [
      news('ar'),
      { set: 'ar-read', language: 'ar', weight: 2, teacher: true },
      { set: 'ar-names', language: 'ar', weight: 0.7, teacher: true },
    ],
    bits: 19,
    epochs: 6,
    penalty: 0.02,
    bias: 1,
  },
  {
    name: 'chinese',
    languages: ['zh'],
    words: 'zh',
    sources: [
      news('zh'),
      { set: 'zh-uner-gsdsimp.train', language: 'zh', weight: 1 },
      measured('zh-uner-gsdsimp.dev', 'zh'),
      { set: 'zh-judged', language: 'zh', weight: 0.5, teacher: true, every: 4 },
    ],
    bits: 19,
    epochs: 6,
    penalty: 0.02,
    bias: 0,
  },
  {
    name: 'japanese',
    languages: ['ja'],
    words: 'ja',
    sources: [
      news('ja'),
      { set: 'ja-gsd.train', language: 'ja', weight: 1 },
      measured('ja-gsd.dev', 'ja'),
      measured('ja-stockmark', 'ja'),
    ],
    bits: 19,
    epochs: 8,
    penalty: 0.02,
    bias: 0.2,
  },
  {
    name: 'korean',
    languages: ['ko'],
    words: 'ko',
    sources: [news('ko'), measured('ko-klue', 'ko')],
    bits: 19,
    epochs: 8,
    penalty: 0.02,
    bias: 0.2,
  },
];
