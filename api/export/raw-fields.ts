/** Unparsed values of a JSON object by their unparsed names. */
export type RawFields = ReadonlyMap<string, string>;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/**
 * Splits a JSON object into fields without parsing the values, in any order, including unknown fields.
 * The object must be compact, as `JSON.stringify` writes it, and valid, which Elasticsearch guarantees.
 *
 * @param json  text, or bytes read as Latin-1, because all delimiters are ASCII
 * @throws {SyntaxError} if a string or the object has no end
 */
export const splitFields = (json: string): RawFields => {
  const fields = new Map<string, string>();
  // At each name's opening quote.
  for (let at = 1; json.charCodeAt(at) === QUOTE; ) {
    const name = endOfString(json, at);
    const from = name + 2;
    const to = endOfValue(json, from);
    fields.set(json.slice(at + 1, name), json.slice(from, to));
    at = to + 1;
  }
  return fields;
};

/** The position after a value: the comma or closing bracket. */
const endOfValue = (json: string, from: number): number => {
  const first = json.charCodeAt(from);
  if (first === QUOTE) return endOfString(json, from) + 1;
  if (OPENING.has(first)) return endOfNest(json, from);
  for (let at = from; at < json.length; at += 1) {
    const sign = json.charCodeAt(at);
    if (sign === COMMA || CLOSING.has(sign)) return at;
  }
  throw new SyntaxError('a value without an end');
};

const endOfNest = (json: string, from: number): number => {
  let depth = 0;
  for (let at = from; at < json.length; at += 1) {
    const sign = json.charCodeAt(at);
    if (sign === QUOTE) at = endOfString(json, at);
    else if (OPENING.has(sign)) depth += 1;
    else if (CLOSING.has(sign)) depth -= 1;
    if (depth === 0) return at + 1;
  }
  throw new SyntaxError('a list or an object without an end');
};

/** The closing quote of a string: one after an even number of backslashes. */
const endOfString = (json: string, from: number): number => {
  for (let at = json.indexOf('"', from + 1); at >= 0; at = json.indexOf('"', at + 1)) {
    let slash = at;
    while (json.charCodeAt(slash - 1) === BACKSLASH) slash -= 1;
    if ((at - slash) % 2 === 0) return at;
  }
  throw new SyntaxError('a text without an end');
};
