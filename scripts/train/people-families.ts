/** One file of labels to learn from. */
export interface Source {
  readonly set: string;
  readonly language: string;
  readonly weight: number;
  /** Labelled by another tool: read from `--labels`, not from the data folder. */
  readonly teacher?: boolean;
  /** Take every n-th text only. */
  readonly every?: number;
  /** The set has no training file of its own: `--hold-out` leaves a part of it out. */
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
  /** How much less sure an outside token must be (natural logarithm): missing a person is the worse error. */
  readonly bias: number;
}

export const families: readonly FamilyPlan[] = [
  {
    name: 'latin',
    languages: ['en', 'de', 'pt', 'sv'],
    words: null,
    sources: [
      { set: 'en-wikigold.train', language: 'en', weight: 1 },
      { set: 'en-crossner-politics.train', language: 'en', weight: 1 },
      { set: 'en-spacy', language: 'en', weight: 0.6, teacher: true },
      { set: 'pt-uner-bosque.train', language: 'pt', weight: 1 },
      { set: 'sv-uner-talbanken.train', language: 'sv', weight: 1 },
      { set: 'de-germeval.dev', language: 'de', weight: 1, crossValidated: true },
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
    sources: [{ set: 'ar-lists', language: 'ar', weight: 0.7, teacher: true }],
    bits: 19,
    epochs: 4,
    penalty: 0.02,
    bias: 0.5,
  },
  {
    name: 'chinese',
    languages: ['zh'],
    words: 'zh',
    sources: [
      { set: 'zh-uner-gsdsimp.train', language: 'zh', weight: 1 },
      { set: 'zh-lac', language: 'zh', weight: 0.5, teacher: true },
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
      { set: 'ja-gsd.train', language: 'ja', weight: 1 },
      { set: 'ja-stockmark', language: 'ja', weight: 1 },
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
    sources: [{ set: 'ko-klue', language: 'ko', weight: 1, crossValidated: true }],
    bits: 19,
    epochs: 8,
    penalty: 0.02,
    bias: 0.2,
  },
];
