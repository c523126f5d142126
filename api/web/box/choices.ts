import type { SuggestAnswer } from '../../search/suggest-answer.ts';
import { messagesIn } from './messages.ts';

type Stretches = readonly (readonly [number, number])[];

/** One line of the list, whatever its kind. */
export interface Choice {
  /** `query`: a suggested search text; it has no page of its own. */
  readonly kind: 'person' | 'agency' | 'query' | 'article';
  readonly id: string;
  readonly label: string;
  readonly match: Stretches;
  /** The matched name, if the label is in another script. */
  readonly found?: { readonly form: string; readonly match: Stretches } | undefined;
  /** A person's office, or an article's day. */
  readonly note: string;
  readonly language: string;
  /** As the API gave it: relative to its own address. */
  readonly url: string;
}

/** The answer's groups in the order they are shown; empty ones left out. `heading` names its message. */
export const groupChoices = (
  answer: SuggestAnswer,
  language: string,
): readonly {
  readonly heading: 'search' | 'people' | 'agencies' | 'articles';
  readonly choices: readonly Choice[];
}[] => {
  const day = new Intl.DateTimeFormat(messagesIn(language).locale ?? language, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  const printDay = (date: string | null) =>
    date && !Number.isNaN(Date.parse(date)) ? day.format(new Date(date)) : '';
  return (
    [
      {
        heading: 'people',
        choices: answer.people.map(
          (person): Choice => ({
            ...person,
            kind: 'person',
            note: person.role ?? '',
            language: '',
          }),
        ),
      },
      {
        heading: 'agencies',
        choices: answer.agencies.map(
          (agency): Choice => ({ ...agency, kind: 'agency', note: '', language: '' }),
        ),
      },
      {
        heading: 'search',
        choices: answer.completions.map(
          ({ q, match }): Choice => ({
            kind: 'query',
            id: q,
            label: q,
            match,
            note: '',
            language: '',
            url: '',
          }),
        ),
      },
      {
        heading: 'articles',
        choices: answer.articles.map(
          (article): Choice => ({
            ...article,
            kind: 'article',
            label: article.title,
            note: printDay(article.date),
          }),
        ),
      },
    ] as const
  ).filter(({ choices }) => choices.length > 0);
};

/** A site with its own results page filters there; ours has a page for each person. */
export const goalOf = ({ kind, id, url }: Choice, target: URL, home: URL): URL => {
  if (kind === 'article' || target.origin === home.origin) return new URL(url, home);
  const goal = new URL(target);
  goal.searchParams.set(kind, id);
  return goal;
};
