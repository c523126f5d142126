import type { NamedPerson } from '../../domain/article.ts';
import { attachedTitles } from './people/roles/standing-titles.ts';

/** An introduction is near one of the first mentions, */
const mostMentions = 6;
/** before the name (`министр обороны Великобритании …`) or after it (`…, the German chancellor`). */
const reach = { before: 70, after: 40 } as const;

/** The text around a person's mentions, within their lines and sentences, in lower case, without the name itself. */
export const readAround = (
  { mentions }: NamedPerson,
  texts: { readonly title: string; readonly body: string },
): string =>
  mentions
    .slice(0, mostMentions)
    .map(({ field, start, end }) => {
      const text = texts[field];
      const before = text
        .slice(Math.max(0, start - reach.before), start)
        .split(breaks)
        .at(-1);
      const [after] = text.slice(end, end + reach.after).split(breaks);
      return `${before ?? ''} | ${after ?? ''}`;
    })
    .join(' ')
    .toLowerCase();

/** A full stop after a long word ends a sentence; one after `Gen` or `U.S` does not. */
const breaks = /[\n。！？!?;；]|(?<=\p{L}{4})\.\s/u;

/** A title that was read as part of a name without spaces is a role: `习主席` is 习, 主席. */
export const cutTitle = (person: NamedPerson): NamedPerson => {
  const { name, roles } = person;
  if (!solid.test(name)) return person;
  const title = attachedTitles.find((each) => name.endsWith(each) && name.length > each.length);
  return title ? { ...person, name: name.slice(0, -title.length), roles: [...roles, title] } : person;
};

const solid = /^[\p{Script=Han}\p{Script=Hangul}]{2,}$/u;
