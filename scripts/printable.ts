/** Control characters including C1, bidirectional controls and line separators. */
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Makes foreign names and texts safe for a terminal: none can move the cursor, set a title or forge a line. JSON
 * stays equivalent, because only its strings contain such characters.
 */
export const printable = (text: string): string =>
  text.replace(unprintable, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
