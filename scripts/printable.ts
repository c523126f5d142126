/** Control characters, C1 among them, and those that turn or break lines. */
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Names and texts of others as a terminal may show them: none moves the cursor, sets a title or forges a line. JSON
 * stays the JSON that it was, since only its strings hold such characters.
 */
export const printable = (text: string): string =>
  text.replace(unprintable, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
