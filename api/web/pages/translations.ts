import type { SearchResult, SearchTranslation } from '../../search/result.ts';
import { html, type Markup } from '../markup.ts';
import { type Kept, type PageContext, pluralOf, printLanguage, printNumber, searchPath } from '../page.ts';

/** Articles that only translations of the words would find. */
export interface MoreAcross {
  readonly count: number;
  /** Languages with their counts, most frequent first. */
  readonly languages: readonly { readonly code: string; readonly count: number }[];
}

/**
 * "214 more articles in other languages" with a link to them; or the searched translations with links to remove them,
 * and whether words of the query are missing among them.
 */
export const drawAcross = (
  { translations = [], limited }: Pick<SearchResult, 'translations' | 'limited'>,
  more: MoreAcross | null,
  kept: Kept,
  context: PageContext,
): Markup | '' => {
  const cut = limited?.includes('translations')
    ? html`<p class="note">${context.messages.across.limited}</p>`
    : '';
  if (translations.length > 0) return html`${drawTranslations(translations, kept, context)}${cut}`;
  return more && more.count > 0 ? drawMore(more, kept, context) : cut;
};

const shownLanguages = 6;

const drawMore = (
  { count, languages }: MoreAcross,
  kept: Kept,
  { messages, language }: PageContext,
): Markup => {
  const plural = pluralOf(count, language);
  const shown = languages.slice(0, shownLanguages);
  return html`<p class="note across"><a href="${searchPath([...kept, ['translate', 'all']])}" rel="nofollow">${messages.across.more(printNumber(count, language), plural)}</a>
<span class="count">${shown.map(({ code, count: each }) => `${printLanguage(code, language)} ${printNumber(each, language)}`).join(' · ')}</span></p>`;
};

const drawTranslations = (
  translations: readonly SearchTranslation[],
  kept: Kept,
  { messages, language }: PageContext,
): Markup => {
  const off = kept.filter(([name]) => name !== 'translate' && name !== 'translate-without');
  const words = [...new Set(translations.map(({ word }) => word))];
  // Not inside the summary, because that would nest two controls.
  return html`<div class="note across"><a class="off" href="${searchPath(off)}" rel="nofollow">${messages.across.off}</a>
<details><summary>${messages.across.searched}</summary>
${words.map(
  (word) => html`<p><b dir="auto">${word}</b></p>
<ul class="inline">${translations.filter((one) => one.word === word).map((one) => drawWord(one, language, messages))}</ul>`,
)}</details></div>`;
};

const drawWord = (
  { language: code, terms }: SearchTranslation,
  language: string,
  messages: PageContext['messages'],
): Markup =>
  html`<li>${printLanguage(code, language)}: ${terms.map(
    ({ term, gloss, off }) =>
      html`<a class="chip" href="${off}" rel="nofollow" lang="${code}" dir="auto" title="${messages.across.drop(term)}${gloss ? ` (${gloss})` : ''}">${term} <span aria-hidden="true">×</span></a> `,
  )}</li>`;
