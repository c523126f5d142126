import type { SuggestAnswer } from '../../search/suggest-answer.ts';

type Stretches = readonly (readonly [number, number])[];

/** One line of the list, of any kind. */
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
  /** From the API, relative to its own address. */
  readonly url: string;
}

/** The answer's groups in the order they are shown; empty ones left out. `heading` names its message. */
export const groupChoices = (
  answer: SuggestAnswer,
  locale: string,
): readonly {
  readonly heading: 'search' | 'people' | 'agencies' | 'articles';
  readonly choices: readonly Choice[];
}[] => {
  const day = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  // A month or a year is shown as it is: a format would add a day.
  const printDay = (date: string | null) => {
    if (!date || Number.isNaN(Date.parse(date))) return '';
    return date.length < 'yyyy-mm-dd'.length ? date : day.format(new Date(date));
  };
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

/** The target of a search and its parameters. */
export interface Goal {
  readonly action: URL;
  readonly home: URL;
  readonly fields: readonly (readonly [string, string])[];
  /** The words of the search that the page shows: an agency narrows it. */
  readonly words: readonly (readonly [string, string])[];
}

/**
 * Dateline has a page for each person, but a site with its own results page, or a search with filters, stays there. A
 * chosen interface language is no filter: it goes along.
 */
export const goalOf = ({ kind, id, url }: Choice, { action, home, fields, words }: Goal): URL => {
  const kept = kind === 'agency' ? [...words, ...fields] : fields;
  const language = kept.filter(([name]) => name === 'ui-lang');
  const hasPage = kind === 'article' || (action.origin === home.origin && language.length === kept.length);
  const goal = hasPage ? new URL(url, home) : new URL(action);
  for (const [name, value] of hasPage ? language : kept) goal.searchParams.append(name, value);
  if (!hasPage && !goal.searchParams.getAll(kind).includes(id)) goal.searchParams.append(kind, id);
  return goal;
};

/** Opens in another tab if the user or the form requests it. */
export const openGoal = (url: URL, event: MouseEvent | KeyboardEvent, target: string): void => {
  const middle = 'button' in event && event.button === 1;
  if (middle || event.ctrlKey || event.metaKey || target === '_blank') open(url, '_blank', 'noopener');
  else location.assign(url);
};
