import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An XML element: `#text`, attributes as `@name`, children in lists by name. */
export interface Element {
  readonly name: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: true,
});

export const readXml = (text: string, faults: string[]): Element => {
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) faults.push(`no well-formed XML: ${verdict.err.msg} in line ${verdict.err.line}`);
  if (/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(text))
    faults.push('holds characters that XML does not allow');
  const [root] = toElements(parser.parse(text)).filter(({ name }) => !name.startsWith('?'));
  return root ?? { name: '', text: '', attributes: {}, children: [] };
};

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const toElements = (nodes: unknown): Element[] =>
  (Array.isArray(nodes) ? nodes : []).filter(isRecord).flatMap((node) => {
    const [name = ''] = Object.keys(node).filter((key) => key !== ':@');
    if (name === '#text') return [];
    const inner = node[name];
    const texts = (Array.isArray(inner) ? inner : [])
      .filter(isRecord)
      .map((one) => String(one['#text'] ?? ''));
    const attributes = isRecord(node[':@']) ? node[':@'] : {};
    return [
      {
        name,
        text: texts.join(''),
        attributes: Object.fromEntries(
          Object.entries(attributes).map(([key, value]) => [key, String(value)]),
        ),
        children: toElements(inner),
      },
    ];
  });

export const all = (parent: Element, name: string): readonly Element[] =>
  parent.children.filter((child) => child.name === name);
export const textOf = (parent: Element, name: string): string => all(parent, name)[0]?.text ?? '';
