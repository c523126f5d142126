import type { NameSpan } from '../name-span.ts';

const farthest = 60;
const listed =
  /^(?:, | (?:and|und|y|e|et|en|och) )(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,2})(?:,? (?:and|und|y|e|et|en|och) |, )$/u;
/** `Anna S.`: names of which law and courtesy keep the rest back stand together. */
const shortened = /^\p{Lu}[\p{L}’'-]+ \p{Lu}\.$/u;
const shortenedBefore = /(?<!\p{L})(\p{Lu}\p{Ll}[\p{L}’'-]* \p{Lu}\.) (?:and|und|y|e|et|en|och) $/u;

/** Names that stand in a list between two others (`A B, C D and E F`), or before one shortened like them. */
export const findListedNames = (text: string, spans: readonly NameSpan[]): NameSpan[] =>
  spans.flatMap(({ start, end }, at) => {
    const from = Math.max(0, start - farthest);
    const before = spans[at - 1];
    const name = shortened.test(text.slice(start, end))
      ? shortenedBefore.exec(text.slice(Math.max(from, before?.end ?? 0), start))?.[1]
      : before && before.end >= from
        ? listed.exec(text.slice(before.end, start))?.[1]
        : undefined;
    if (!name) return [];
    const found = text.lastIndexOf(name, start - 1);
    return [{ start: found, end: found + name.length }];
  });
