import { normalize } from '../domain/normalize.ts';
import { remembered } from '../domain/remembered.ts';
import { letterClasses } from '../languages/scripts.ts';
import { simplifiedCharacter } from '../languages/zh-simplified.ts';

/** A recorded name found in a text; offsets are UTF-16 units of that text. */
export interface NameMatch {
  readonly ids: readonly string[];
  readonly start: number;
  readonly end: number;
}

interface Token {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

interface Entry {
  readonly keys: readonly string[];
  readonly ids: string[];
  /** Initials count only as recorded: `AP` is an agency, `ap` is not. */
  readonly exact: ReadonlySet<string> | null;
}

/**
 * Finds recorded names in any script. Case, accents, quotes, dots and hyphens make no difference, except that initials
 * must have the recorded case. Han, kana, Thai and hangul are matched by character, Han in
 * simplified form.
 */
export class NameIndex {
  readonly #entries = new Map<string, Entry[]>();

  /** Adds one name of one record. */
  add(name: string, id: string): void {
    const keys = tokenize(name).map(({ key }) => key);
    const first = keys[0];
    if (first === undefined) return;
    const list = this.#entries.get(first) ?? [];
    const exact = isInitials(name) ? new Set([plain(name)]) : null;
    const same = list.find((entry) => sameKeys(entry.keys, keys) && sameForms(entry.exact, exact));
    if (same) {
      if (!same.ids.includes(id)) same.ids.push(id);
    } else {
      list.push({ keys, ids: [id], exact });
      list.sort((a, b) => b.keys.length - a.keys.length);
    }
    this.#entries.set(first, list);
  }

  /** The records with exactly this name. */
  find(name: string): readonly string[] {
    const tokens = tokenize(name.slice(0, 400));
    const ids = new Set<string>();
    for (const entry of this.#entries.get(tokens[0]?.key ?? '') ?? [])
      if (entry.keys.length === tokens.length && matches(entry, tokens, 0, name))
        for (const id of entry.ids) ids.add(id);
    return [...ids];
  }

  /** Every recorded name in a text, the longest at each position, none overlapping. */
  findAll(text: string): readonly NameMatch[] {
    const tokens = tokenize(text);
    const found: NameMatch[] = [];
    for (let at = 0; at < tokens.length; ) {
      const entry = this.#longestAt(tokens, at, text);
      const start = tokens[at]?.start;
      const end = tokens[at + (entry?.keys.length ?? 1) - 1]?.end;
      if (entry && start !== undefined && end !== undefined) found.push({ ids: entry.ids, start, end });
      at += entry?.keys.length ?? 1;
    }
    return found;
  }

  #longestAt(tokens: readonly Token[], at: number, text: string): Entry | undefined {
    return this.#entries.get(tokens[at]?.key ?? '')?.find((entry) => matches(entry, tokens, at, text));
  }
}

const matches = (entry: Entry, tokens: readonly Token[], at: number, text: string): boolean => {
  if (entry.keys.some((key, offset) => tokens[at + offset]?.key !== key)) return false;
  if (!entry.exact) return true;
  const start = tokens[at]?.start ?? 0;
  const end = tokens[at + entry.keys.length - 1]?.end ?? 0;
  return entry.exact.has(plain(text.slice(start, end)));
};

const sameKeys = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((key, index) => key === b[index]);

const sameForms = (a: ReadonlySet<string> | null, b: ReadonlySet<string> | null): boolean =>
  a === null || b === null ? a === b : [...a].join() === [...b].join();

/** Up to five letters, no lower-case one after a capital: `AP`, `dpa`, `РБК`. */
const isInitials = (name: string): boolean =>
  /^[\p{Lu}\p{Ll}]{2,5}$/u.test(plain(name)) && !/\p{Lu}\p{Ll}/u.test(name);

const plain = (name: string): string => normalize(name, 'NFKC').replace(/[^\p{L}\p{N}]/gu, '');

const single = `[${letterClasses.unspaced}]`;
const singleCharacters = new RegExp(`${single}|[\\p{L}\\p{N}\\p{M}]`, 'u');
const tokenPattern = new RegExp(`${single}\\p{M}*|(?:(?!${single})[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** Words, or single characters of scripts without spaces, folded to letters and digits. */
const tokenize = (text: string): readonly Token[] => {
  if (!singleCharacters.test(text)) return [];
  const tokens: Token[] = [];
  for (const match of text.matchAll(tokenPattern))
    tokens.push({
      key: keyOf(match[0]),
      start: match.index,
      end: match.index + match[0].length,
    });
  return joinDotted(tokens, text);
};

/** A name of initials is short; of a longer run the pattern would be tried over the whole of it for each letter. */
const longestDotted = 24;
const dottedInitials = /^\p{L}(?:\.\p{L})*$/u;

/** `A.P.` is one word, as `AP` is. */
const joinDotted = (tokens: readonly Token[], text: string): readonly Token[] => {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    if (last && isDotted(last, token, text))
      joined[joined.length - 1] = { key: last.key + token.key, start: last.start, end: token.end };
    else joined.push(token);
  }
  return joined;
};

/** If a letter follows initials after a dot. The pattern is only tried for words after a dot, which are few. */
const isDotted = (last: Token, token: Token, text: string): boolean =>
  last.end + 1 === token.start &&
  text[last.end] === '.' &&
  token.end - token.start === 1 &&
  last.end - last.start < longestDotted &&
  dottedInitials.test(text.slice(last.start, last.end));

/** Words repeat, single characters most of all; long words and the texts they come from are not cached. */
const longestKept = 12;

const keyOf = (word: string): string => (word.length > longestKept ? makeKey(word) : keptKey(word));

const makeKey = (word: string): string => simplifiedCharacter(foldWord(word));

const keptKey = remembered(makeKey, 20_000);

const foldWord = (word: string): string =>
  normalize(
    normalize(word, 'NFKD')
      .replace(/[\u0300-\u036f\u064b-\u0655\u0670\u05b0-\u05c7\u0640]/g, '')
      .toLowerCase()
      .replaceAll('ς', 'σ')
      .replaceAll('ё', 'е')
      .replaceAll('ß', 'ss'),
    'NFC',
  );
