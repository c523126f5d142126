import type { SourceBox } from '../../../domain/article.ts';

export type Attributes = Readonly<Record<string, string>>;

/** An open element. */
export interface Frame extends SourceBox {
  readonly parent: Frame | null;
  readonly inline: boolean;
}

const HIDING_STYLE = /(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)/i;
/** Text only for screen readers, by the class names of frameworks (Bootstrap, WordPress, GOV.UK, Drupal). */
const FOR_READERS_ALOUD =
  /(?:^|[\s_-])(?:sr-?only|visually-?hidden|visuallyhidden|screen-?reader(?:-?(?:text|only|response))?|element-invisible|assistive-text|accessibly-hidden|hidden-accessible|a11y-hidden|hide-?visually)(?:$|[\s_])(?!.{0,200}focusable)/i;
/** The same by style: clipped to nothing, or far outside the window. */
const MOVED_AWAY =
  /clip\s{0,3}:\s{0,3}rect\(\s{0,3}[01](?:px)?\b|clip-path\s{0,3}:\s{0,3}inset\(\s{0,3}(?:50|100)%|(?:left|top|text-indent)\s{0,3}:\s{0,3}-\d{4,}px/i;
const NAME_ATTRIBUTES = ['id', 'class', 'role', 'itemprop', 'data-component', 'data-testid', 'data-type'];
const MAX_NAMES = 200;

export const openFrame = (
  tag: string,
  attributes: Attributes,
  parent: Frame | null,
  { order, inline }: { order: number; inline: boolean },
): Frame => ({
  tag,
  names: namesOf(attributes),
  parent,
  depth: parent === null ? 0 : parent.depth + 1,
  order,
  hidden: parent?.hidden === true || isHidden(attributes),
  inline,
});

const namesOf = (attributes: Attributes): string => {
  let names = '';
  for (const attribute of NAME_ATTRIBUTES) {
    const value = attributes[attribute];
    if (value) names += `${names === '' ? '' : ' '}${value.slice(0, MAX_NAMES)}`;
  }
  return names.toLowerCase();
};

const isHidden = ({ hidden, style, class: names }: Attributes): boolean => {
  if (hidden !== undefined) return true;
  if (names !== undefined && FOR_READERS_ALOUD.test(names.slice(0, MAX_NAMES))) return true;
  if (style === undefined) return false;
  const start = style.slice(0, 500);
  return HIDING_STYLE.test(start) || MOVED_AWAY.test(start);
};

/** Whether text is hidden within a visible line. */
export const isHiddenInLine = (frame: Frame): boolean => frame.hidden && !boxOf(frame).hidden;

/** The innermost element that contains both. */
export const commonFrame = (left: Frame, right: Frame): Frame => {
  let a: Frame | null = left;
  let b: Frame | null = right;
  while (a !== b && a !== null && b !== null) {
    if (a.depth >= b.depth) a = a.parent;
    else b = b.parent;
  }
  return a ?? left;
};

/** The block-level element at or around an element. */
export const boxOf = (frame: Frame): Frame => {
  let box = frame;
  while (box.inline && box.parent !== null) box = box.parent;
  return box;
};

const MAX_PATH = 1_000;

/** Tags and names down to an element, the innermost in full; bounded, because pages may have many lines at great depth. */
export const pathOf = (frame: Frame): string => {
  const steps: string[] = [];
  let length = 0;
  for (let at: Frame | null = frame; at !== null; at = at.parent) {
    const step = at.names === '' ? at.tag : `${at.tag} ${at.names}`;
    length += step.length + 1;
    if (steps.length > 0 && length > MAX_PATH) break;
    steps.push(step.slice(0, MAX_PATH));
  }
  return steps.reverse().join(' ');
};
