import { escapeUTF8 } from 'entities';
import { shortenFragment } from '../../domain/marked-text.ts';
import { linkTo } from '../../domain/public-address.ts';
import { shorten } from '../../domain/shorten.ts';
import type { LetterArticle } from '../../mail/write-letters.ts';
import type { SubscriptionRecord } from '../../platform/subscriptions/record.ts';
import type { WaitingMatch } from '../../platform/subscriptions/waiting.ts';
import { readMatchedArticles } from '../alerts/matched-articles.ts';
import type { MatchedArticle } from '../alerts/payload.ts';
import type { MailServices } from './services.ts';

/** Keeps a message below the 102 kB that mail programs show. */
const mostArticles = 20;
const mostSummary = 300;

/** The content of a message: the newest articles, as readers see them now, and how many more there are. */
export interface LetterContent {
  readonly articles: readonly LetterArticle[];
  readonly more: number;
}

/** @param waiting newest first; an article that was changed may be among them several times */
export const readLetterContent = async (
  subscription: SubscriptionRecord,
  waiting: readonly WaitingMatch[],
  services: MailServices,
): Promise<LetterContent> => {
  const newest = new Map<string, WaitingMatch>();
  for (const match of waiting) if (!newest.has(match.article)) newest.set(match.article, match);
  const visible = await countVisible([...newest.keys()], services);
  const articles: LetterArticle[] = [];
  const matches = [...newest.values()];
  // Some of the newest may be gone by now.
  for (let from = 0; articles.length < mostArticles && from < matches.length; from += mostArticles) {
    const some = matches.slice(from, from + mostArticles);
    const found = await readMatchedArticles(
      services,
      subscription,
      some.map(({ article }) => article),
    );
    for (const match of some) {
      const article = found.get(match.article);
      if (article && articles.length < mostArticles)
        articles.push(render(article, match, subscription, services));
    }
  }
  return { articles, more: Math.max(0, visible - articles.length) };
};

const countVisible = async (ids: readonly string[], { client, names }: MailServices): Promise<number> => {
  const { count } = await client.count({ index: names.articles, query: { terms: { id: [...ids] } } });
  return count;
};

const render = (
  { document, highlight }: MatchedArticle,
  { revision }: WaitingMatch,
  { mail }: SubscriptionRecord,
  { labels, publicUrl }: MailServices,
): LetterArticle => {
  const { language } = mail;
  const [excerpt] = highlight?.body ?? [];
  return {
    title: document.title,
    credits: [
      ...document.agency.map((id) => labels.agencies.label(id, language)),
      ...(document.publisher === null ? [] : [labels.publishers.label(document.publisher, language)]),
    ],
    date: document.date,
    excerpt: excerpt ? shortenFragment(excerpt) : escapeUTF8(shorten(document.lead, mostSummary)),
    language: document.language,
    url: linkTo(
      `/articles/${encodeURIComponent(document.id)}?${new URLSearchParams({ 'ui-lang': language })}`,
      publicUrl,
    ),
    corrected: revision > 1,
  };
};
