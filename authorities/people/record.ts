/** One person of the authority: one id for all languages and spellings. */
export interface PersonRecord {
  /** A Wikidata id (`Q…`), or one of our own (`dl:lavrov-sergei`). */
  readonly id: string;
  /** ISO 3166 alpha-2, or the short name of an international body: `UN`, `EU` … */
  readonly country: string | null;
  readonly names: readonly PersonName[];
  readonly roles: readonly PersonRole[];
}

export interface PersonName {
  readonly form: string;
  /** BCP 47, lower case: `en`, `zh-hant`; `mul` if the source names no language. */
  readonly language: string;
  readonly kind: NameKind;
}

export const nameKinds = ['official', 'alias', 'former', 'nickname'] as const;
export type NameKind = (typeof nameKinds)[number];

export interface PersonRole {
  /** A code of `offices.ts`: `FM`, `PM` … */
  readonly office: string;
  /** If it differs from the person's own. */
  readonly country: string | null;
  /** Years, both inclusive; null if open. */
  readonly from: number | null;
  readonly to: number | null;
}

/** How a name was found to be a person's. */
export type MatchKind = 'exact' | 'order' | 'partial' | 'initials' | 'surname' | 'given' | 'sound';

/** Kinds of keys of a single word, which many people share. */
export const ofOneWord: ReadonlySet<MatchKind> = new Set(['surname', 'given']);

export interface PersonMatch {
  readonly id: string;
  /** 0–1; 1 is exactly a recorded name. */
  readonly score: number;
  readonly how: MatchKind;
}
