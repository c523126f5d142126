import type { Mention, NamedPerson } from '../../../domain/article.ts';
import type { ReadableArticle } from './index.ts';
import { gaps, kinds, type Tokens, tokenize } from './tokens.ts';

const roles = new Set(
  `president minister premier chancellor secretary councilor councillor senator governor mayor ambassador king
  queen prince princess pope general colonel judge justice chairman chairwoman spokesman spokeswoman spokesperson
  director commissioner mr mrs ms dr sir president-elect congressman congresswoman representative leader
  candidate officer sheriff captain professor attorney`.split(/\s+/),
);

/** Persons by title and capital letters alone: what is left where no model knows the language. */
export const findByRule = (article: ReadableArticle): NamedPerson[] => {
  const body = tokenize(article.body);
  const people = new Map<string, { mentions: Mention[] }>();
  for (let at = 0; at < body.count; at += 1) {
    if (!roles.has(word(body, at).toLowerCase())) continue;
    let first = at + 1;
    if (first < body.count && word(body, first) === '.') first += 1;
    const last = endOfName(body, first);
    if (last - first >= 2)
      people.set(article.body.slice(body.start[first], body.end[last - 1]), { mentions: [] });
  }
  for (const field of ['title', 'body'] as const)
    collect(field === 'body' ? body : tokenize(article.title), field, people);
  return [...people].map(([name, { mentions }]) => ({ name, mentions, roles: [] }));
};

const collect = (
  tokens: Tokens,
  field: Mention['field'],
  people: Map<string, { mentions: Mention[] }>,
): void => {
  for (const [name, person] of people) {
    const words = name.split(' ');
    for (let at = 0; at < tokens.count; at += 1) {
      const full = words.every((part, offset) => word(tokens, at + offset) === part);
      const surname = !full && [words[0], words.at(-1)].includes(word(tokens, at));
      if (!full && !surname) continue;
      const end = tokens.end[full ? at + words.length - 1 : at] ?? 0;
      person.mentions.push({ field, start: tokens.start[at] ?? 0, end });
      if (full) at += words.length - 1;
    }
  }
};

const endOfName = (tokens: Tokens, first: number): number => {
  let at = first;
  while (
    at < tokens.count &&
    tokens.kind[at] === kinds.capital &&
    tokens.gap[at] === gaps.blank &&
    at - first < 5
  )
    at += 1;
  return at;
};

const word = (tokens: Tokens, at: number): string =>
  at < tokens.count ? tokens.text.slice(tokens.start[at], tokens.end[at]) : '';
