import type { Statement } from '../../../domain/article.ts';
import type { Attributes } from './boxes.ts';

const LINKS: ReadonlySet<string> = new Set(['canonical', 'amphtml', 'author']);

/** What a tag's attributes state about the page. */
export function* statementsOfTag(tag: string, attributes: Attributes): Generator<Statement> {
  const { datetime, lang, href, rel } = attributes;
  // Some content systems put a statement's value into `value`.
  const content = attributes.content ?? (tag === 'meta' ? attributes.value : undefined);
  if (tag === 'meta' && content !== undefined) {
    const property =
      attributes.property ?? attributes.name ?? attributes.itemprop ?? attributes['http-equiv'];
    if (property !== undefined) yield { property, value: content, from: 'meta' };
  } else if (tag === 'html' && lang !== undefined) {
    yield { property: 'lang', value: lang, from: 'html' };
  } else if (tag === 'link' && href !== undefined && rel !== undefined && LINKS.has(rel.toLowerCase())) {
    yield { property: rel.toLowerCase(), value: href, from: 'link' };
  } else if (tag === 'base' && href !== undefined) {
    yield { property: 'base', value: href, from: 'link' };
  }
  if (tag !== 'meta' && content !== undefined && attributes.property !== undefined)
    yield { property: attributes.property, value: content, from: 'microdata' };
  if (tag === 'time' && datetime) yield { property: 'time', value: datetime, from: 'time' };
}

/** Machine-readable dates of a tag; hAtom puts them into `title`. */
export function* datetimesOfTag({ title, datetime }: Attributes): Generator<string> {
  if (title !== undefined && /^\d{4}-\d\d-\d\dT\d\d/.test(title)) yield title.slice(0, 100);
  if (datetime) yield datetime.slice(0, 100);
}
