/** Text and attributes of XML 1.0: characters that it does not allow are left out. */
const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const element = (
  name: string,
  content: string,
  attributes: Readonly<Record<string, string>> = {},
): string => `<${name}${attributeText(attributes)}>${escapeXml(content)}</${name}>`;

export const emptyElement = (name: string, attributes: Readonly<Record<string, string>>): string =>
  `<${name}${attributeText(attributes)}/>`;

/** An element with child elements that are already serialized. */
export const parentElement = (
  name: string,
  children: readonly string[],
  attributes: Readonly<Record<string, string>>,
): string => `<${name}${attributeText(attributes)}>${children.join('')}</${name}>`;

const attributeText = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
