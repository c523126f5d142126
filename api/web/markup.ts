import { html, raw } from 'hono/html';

export { html };

/** Markup that is escaped by construction: a value in a template is text, unless it is markup itself. */
export type Markup = ReturnType<typeof html>;
export type Printable = Markup | string | number | false | null | readonly Printable[];

const noMark = /<(?!\/?mark>)/g;

/** A highlight of the search: escaped there, with `<mark>` as its only element; anything else becomes text here. */
export const marked = (highlight: string): Markup => raw(highlight.replace(noMark, '&lt;'));

/** Our own style sheet, for `<style>`. */
export const trusted = (text: string): Markup => raw(text);

export const print = async (markup: Markup): Promise<string> => `<!doctype html>${await markup}`;
