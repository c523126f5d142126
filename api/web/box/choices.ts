import type { SuggestAnswer } from '../../search/suggest-answer.ts';

/** One line of the list, whatever its kind. */
export interface Choice {
  readonly kind: 'person' | 'agency' | 'article';
  readonly id: string;
  readonly label: string;
  readonly match: readonly (readonly [number, number])[];
  /** A person's office, or an article's day. */
  readonly note: string;
  readonly language: string;
  /** As the API gave it: relative to its own address. */
  readonly url: string;
}

/** The answer's groups in the order they are shown; empty ones left out. `heading` is the message's place. */
export const groupChoices = (
  answer: SuggestAnswer,
  language: string,
): readonly { readonly heading: 2 | 3 | 4; readonly choices: readonly Choice[] }[] => {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const printDay = (date: string | null) =>
    date && !Number.isNaN(Date.parse(date)) ? day.format(new Date(date)) : '';
  return (
    [
      {
        heading: 2,
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
        heading: 3,
        choices: answer.agencies.map(
          (agency): Choice => ({ ...agency, kind: 'agency', note: '', language: '' }),
        ),
      },
      {
        heading: 4,
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
