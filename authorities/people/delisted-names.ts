import { remembered } from '../../domain/remembered.ts';
import { matchByLetters } from './find-names.ts';
import { longestName } from './matching/normalize-name.ts';
import { keysOf } from './name-keys.ts';
import type { MatchKind } from './record.ts';
import { untitled } from './untitled.ts';

/** What only candidates have in common, such as a surname, hides nobody: most of them are others. */
const ofTheSameName: ReadonlySet<MatchKind> = new Set(['exact', 'order']);

/**
 * Tells names of delisted persons, in all forms that are the same name to the index of names: other letters, marks and
 * signs, characters of another standard, Slavic spellings and cases, parts in another order, a patronymic, a title.
 *
 * @param forms their names as recorded, or of their ids
 */
export const recognizeDelisted = (forms: readonly string[]): ((name: string) => boolean) => {
  if (forms.length === 0) return () => false;
  const names = [...new Set(forms.flatMap((form) => [form, ...untitled(form)].flatMap(turned)))];
  const keys = keysOf({
    id: '',
    country: null,
    names: names.map((form) => ({ form, language: 'mul', kind: 'official' })),
    roles: [],
  });
  const find = (key: string) => {
    const kind = keys.get(key);
    return kind === undefined ? [] : [{ id: '', kind }];
  };
  const isSame = (name: string): boolean =>
    matchByLetters(find, name).some(({ how }) => ofTheSameName.has(how));
  const isDelisted = remembered(
    (name: string) => isSame(name) || untitled(name).some(isSame),
    mostRemembered,
  );
  return (name) => name.length <= longestName && isDelisted(name);
};

/** Listings of names ask for the same ones again and again; some megabytes. */
const mostRemembered = 20_000;

/** As given, and with the first word last: look-ups turn names only that way. */
const turned = (form: string): readonly string[] => {
  const [first = '', ...rest] = form.trim().split(/[\s,،、]+/u);
  return rest.length === 0 ? [form] : [form, [...rest, first].join(' ')];
};
