import { Parser, type ParserOptions } from 'htmlparser2';
import { RejectedArticle } from '../../domain/errors.ts';
import type { TextBounds } from './bounds.ts';

/** What is told of XML while it is parsed. */
export interface XmlEvents {
  readonly opened: (tag: string, attributes: Readonly<Record<string, string>>) => void;
  readonly closed: () => void;
  readonly text?: (text: string) => void;
  readonly section?: (edge: 'start' | 'end') => void;
}

const options: ParserOptions = { xmlMode: true, decodeEntities: false };

/**
 * A parser that counts the attributes itself: a count before it may read a text in another way, so that a `>` within a
 * value hid half a million.
 *
 * @throws {RejectedArticle} `too-many-parts`, as it is written to
 */
export const createXmlParser = (
  { opened, closed, text, section }: XmlEvents,
  { attributes: most, allAttributes }: Pick<TextBounds, 'attributes' | 'allAttributes'>,
): Parser => {
  let [start, found, all] = [0, 0, 0];
  const parser: Parser = new Parser(
    {
      onopentagname: () => {
        start = parser.startIndex;
        found = 0;
      },
      onattribute: () => {
        found += 1;
        all += 1;
        if (found > most) throw tooMany(`a tag of more than ${most} attributes at character ${start + 1}`);
        if (all > allAttributes)
          throw tooMany(`more than ${allAttributes} attributes by character ${start + 1}`);
      },
      onopentag: opened,
      onclosetag: closed,
      ...(text ? { ontext: text } : {}),
      ...(section ? { oncdatastart: () => section('start'), oncdataend: () => section('end') } : {}),
    },
    options,
  );
  return parser;
};

const tooMany = (detail: string): RejectedArticle => new RejectedArticle('too-many-parts', detail);
