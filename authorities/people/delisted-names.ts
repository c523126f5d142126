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
  const mayBe = passOverOthers([...keys].flatMap(([key, kind]) => (kind === 'exact' ? [key] : [])));
  const isDelisted = remembered(
    (name: string) => isSame(name) || untitled(name).some(isSame),
    mostRemembered,
  );
  return (name) => name.length <= longestName && mayBe(name) && isDelisted(name);
};

/** Listings of names ask for the same ones again and again; ten megabytes. */
const mostRemembered = 50_000;
/** Names as enrichment folds them. */
const latin = /^[a-z\d ]+$/;
const cyrillic = /^[а-яіїєґў ]+$/;
/** Letters that a name and its key have in common; cases leave the first two. */
const common = { latin: 5, cyrillic: 2 } as const;

/**
 * Whether some word of a name, with those behind it, begins like a key: neither titles nor order change that. A page of
 * results may have a hundred thousand names; this tells most of them apart within a microsecond.
 */
const passOverOthers = (keys: readonly string[]): ((name: string) => boolean) => {
  const shortest = keys.reduce<number>((least, key) => Math.min(least, key.length), common.latin);
  const beginningsOf = (letters: number) => new Set(keys.map((key) => key.slice(0, letters)));
  const scripts = [
    { script: latin, letters: Math.min(common.latin, shortest) },
    { script: cyrillic, letters: Math.min(common.cyrillic, shortest) },
  ].map((each) => ({ ...each, beginnings: beginningsOf(each.letters) }));
  return (name) => {
    const of = scripts.find(({ script }) => script.test(name));
    if (!of) return true;
    const words = name.split(' ');
    const turned = words.join('').repeat(2);
    let at = 0;
    return words.some((word) => {
      const beginning = turned.slice(at, at + of.letters);
      at += word.length;
      return of.beginnings.has(beginning);
    });
  };
};

/** As given, and with the first word last: look-ups turn names only that way. */
const turned = (form: string): readonly string[] => {
  const [first = '', ...rest] = form.trim().split(/[\s,،、]+/u);
  return rest.length === 0 ? [form] : [form, [...rest, first].join(' ')];
};
