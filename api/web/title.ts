import { shorten } from '../../domain/shorten.ts';
import type { ArticleSummary } from '../search/result.ts';
import type { PageContext } from './page.ts';

const firstWords = 80;

/** The title of an article in a list; without a title its first words. */
export const titleOf = (
  { title, summary = '' }: Pick<ArticleSummary, 'title'> & { readonly summary?: string },
  { site }: Pick<PageContext, 'site'>,
): string => title.trim() || shorten(summary.trim(), firstWords) || site.untitled;
