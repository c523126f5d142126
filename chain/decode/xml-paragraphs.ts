import { evenSpaces } from './html/line.ts';
import { splitLines } from './lines.ts';
import type { Line } from './paragraph-blocks.ts';
import type { XmlNode } from './xml.ts';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that begin and end a paragraph; text between them is a paragraph, too. */
const BLOCKS = set(
  'p hl1 hl2 li h1 h2 h3 h4 h5 h6 blockquote bq pre dd dt tr block body body.content div section article ul ol dl table thead tbody tfoot caption note abstract fn address hr html inlinexml inlinedata datacontent content nitf-table nitf-table-summary quote br',
);
const DROPPED = set(
  'media media-caption media-metadata figure script style head title object header footer nav',
);
const CELLS = set('td th');

/**
 * Paragraphs of a text in NITF or XHTML, in document order, without pictures: text directly in a block or around
 * a nested paragraph is kept, and a table row is a paragraph.
 */
export const paragraphNodes = (node: XmlNode): readonly Line[] => {
  const lines = new Gatherer();
  walk(node, 'p', lines);
  lines.end('p');
  return lines.found;
};

class Gatherer {
  readonly found: Line[] = [];
  #text = '';

  add(text: string): void {
    this.#text += text;
  }

  end(tag: string): void {
    const texts = tag === 'pre' ? splitLines(this.#text) : [evenSpaces(this.#text)];
    this.found.push(...texts.filter((text) => text !== '').map((text) => ({ tag, text })));
    this.#text = '';
  }
}

const walk = (node: XmlNode, tag: string, lines: Gatherer): void => {
  for (const child of node.children) {
    if (child.name === '') lines.add(child.text);
    else if (BLOCKS.has(child.name)) {
      lines.end(tag);
      const own = tagOf(child.name, tag);
      walk(child, own, lines);
      lines.end(own);
    } else if (!DROPPED.has(child.name)) {
      if (CELLS.has(child.name)) lines.add(' ');
      walk(child, tag, lines);
    }
  }
};

/** Kinds of paragraphs that are distinguished later; all others are ordinary. */
const tagOf = (name: string, outer: string): string => {
  if (/^hl?[1-6]$/.test(name)) return name.replace('hl', 'h');
  if (name === 'li' || name === 'dd' || name === 'dt' || name === 'pre') return name;
  if (name === 'blockquote' || name === 'bq') return 'blockquote';
  return name === 'p' || name === 'tr' || name === 'br' ? outer : 'p';
};
