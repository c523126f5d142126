import { interfaceLanguages } from '../../messages/index.ts';
import type { BoxMessages, InterfaceLanguage } from '../../messages/interface-language.ts';

/** What the box needs of a language of the interface before, or without, an answer; which brings the rest. */
export interface BoxWords extends Pick<BoxMessages, 'none' | 'failed'> {
  readonly search: string;
  /** Given only if they differ from the code and from `ltr`: every page with a box loads all of this. */
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
 * By language code. The bundle holds this value instead of this file: everything that the API and the pages say would
 * come along with it (`build-box.ts`).
 */
export const boxLanguages: ReadonlyMap<string, BoxWords> = new Map(
  interfaceLanguages.map((language) => [language.code, wordsOf(language)]),
);
