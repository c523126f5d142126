import { interfaceLanguages } from '../../messages/index.ts';
import type { BoxMessages, InterfaceLanguage } from '../../messages/interface-language.ts';

/** The part of an interface language that the box needs before, or without, an answer; the answer has the rest. */
export interface BoxWords extends Pick<BoxMessages, 'none' | 'failed'> {
  readonly search: string;
  /** Only if different from the code and from `ltr`, because every page with a box loads all of this. */
  readonly locale?: string;
  readonly direction?: 'rtl';
}

type Registered = (typeof interfaceLanguages)[number];

const wordsOf = (language: Registered): BoxWords => {
  const { direction, locale, page, box }: InterfaceLanguage & Registered = language;
  return {
    search: page.search,
    none: box.none,
    failed: box.failed,
    ...(locale ? { locale } : {}),
    ...(direction === 'rtl' ? { direction } : {}),
  };
};

/**
 * By language code. The bundle contains this value instead of this file, because the file would pull in all messages of
 * the API and the pages (`build-box.ts`).
 */
export const boxLanguages: ReadonlyMap<string, BoxWords> = new Map(
  interfaceLanguages.map((language) => [language.code, wordsOf(language)]),
);
