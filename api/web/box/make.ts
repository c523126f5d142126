/** Creates an element without parsing markup, so that it works under any page policy and cannot be injected into. */
export const make = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children);
  return element;
};

/** The label with its matching ranges highlighted. Ranges out of order or out of bounds are ignored. */
export const markMatches = (
  label: string,
  stretches: readonly (readonly [number, number])[],
): readonly (Node | string)[] => {
  const pieces: (Node | string)[] = [];
  let at = 0;
  for (const [start, end] of stretches) {
    if (!(start >= at && end > start && end <= label.length)) continue;
    pieces.push(label.slice(at, start), make('mark', { part: 'mark' }, label.slice(start, end)));
    at = end;
  }
  return [...pieces, label.slice(at)];
};
