import type { PersonName, PersonRecord } from '../../../authorities/people/index.ts';
import { readShippedRecords } from '../../../authorities/people/record-files.ts';
import { createRandom } from '../../random.ts';

/**
 * Makes a number of invented persons. Each has the languages, scripts and roles of one shipped record, and the
 * surnames of another record with names in the same languages.
 */
export function* inventPeople(count: number): Generator<PersonRecord> {
  const random = createRandom(1);
  const shipped = readShippedRecords();
  const draw = (): PersonRecord => {
    const drawn = shipped[Math.floor(random() * shipped.length)];
    if (!drawn) throw new Error('there are no shipped records');
    return drawn;
  };
  for (let number = 0; number < count; number += 1) {
    const one = draw();
    const other = draw();
    yield {
      ...one,
      id: `Q${100_000_000 + number}`,
      names: one.names.map((name) => ({ ...name, form: cross(name, other.names) })),
    };
  }
}

/** The first words of one name and the last of another in the same language; a name without spaces by characters. */
const cross = ({ form, language }: PersonName, others: readonly PersonName[]): string => {
  const other = others.find((name) => name.language === language)?.form;
  if (other === undefined) return form;
  const mark = /[·・]/u.exec(form)?.[0] ?? ' ';
  const [left, right] = [form.split(/[\s·・]/u), other.split(/[\s·・]/u)];
  if (left.length > 1 && right.length > 1) return [...left.slice(0, -1), right.at(-1)].join(mark);
  return left.length === 1 && right.length === 1
    ? [...form].slice(0, 1).join('') + [...other].slice(1).join('')
    : form;
};
