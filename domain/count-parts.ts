/**
 * Most that one text may be made of. Reading costs microseconds for each part, whatever its length, and the process
 * answers nobody meanwhile: 5 MB of empty objects took 4 seconds.
 */
export interface PartBounds {
  /** Levels of arrays and objects. */
  readonly depth: number;
  /** Brackets, colons and commas outside of strings. */
  readonly parts: number;
}

/** What a text has too much of, and where. */
export interface Excess {
  readonly reason: 'too-deep' | 'too-many-parts';
  readonly detail: string;
}

/** What is beyond the bounds in a JSON text; null if nothing is. Reads no further than needed. */
export const findJsonExcess = (text: string, { depth, parts }: PartBounds): Excess | null => {
  let level = 0;
  let found = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (code === comma || code === colon) found += 1;
    else if (code === brace || code === bracket) {
      found += 1;
      level += 1;
      if (level > depth)
        return { reason: 'too-deep', detail: `nested over ${depth} levels at character ${at + 1}` };
    } else if (code === brace + 2 || code === bracket + 2) level -= 1;
    if (found > parts) return tooMany(`more than ${parts} members and entries by character ${at + 1}`);
  }
  return null;
};

/** The quote that ends it, or the end of the text. */
const endOfString = (text: string, start: number): number => {
  let at = start + 1;
  for (let code = text.charCodeAt(at); code !== quote && at < text.length; code = text.charCodeAt(at))
    at += code === backslash ? 2 : 1;
  return at;
};

/**
 * The same of the tags of an XML text, more than `most`. What a parser reads as a tag, a comment or a section begins with
 * `<`, so that none escapes the count.
 */
export const findTagExcess = (text: string, most: number): Excess | null => {
  let found = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    found += 1;
    if (found > most) return tooMany(`more than ${most} tags by character ${at + 1}`);
  }
  return null;
};

const tooMany = (detail: string): Excess => ({ reason: 'too-many-parts', detail });

/** What closes them stands two codes further. */
const [brace, bracket] = [0x7b, 0x5b];
const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
