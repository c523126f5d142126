import { matchFor } from '../../query/long-query.ts';
import { make } from './make.ts';
import { messagesIn } from './messages.ts';
import { isFilter, presetsOf } from './presets.ts';

type Fields = readonly (readonly [string, string])[];

/** The form that visitors use, built from the plain one inside the tag, which works without scripts. */
export interface BoxForm {
  readonly element: HTMLFormElement;
  readonly input: HTMLInputElement;
  /** Around the form, in the page's own letters: the author's label before it, the other controls after it. */
  readonly before: readonly HTMLElement[];
  readonly after: readonly HTMLElement[];
  /** Where a search goes, without parameters. */
  readonly action: URL;
  /** What every search carries: the attributes of the tag, and the author's own controls as they stand now. */
  readonly fields: () => Fields;
  /** The words that the page came with, as parameters: those of the search that it shows. */
  readonly words: Fields;
  /** Of these, what suggestions keep to as well. */
  readonly filters: () => Fields;
}

/** Visible controls of the plain form beside its text field: they stay, below the field. */
const choosable = 'select, textarea, input:not([type=hidden], [type=submit], [type=image], [type=reset])';

/** The field of the plain form that is typed into. */
export const plainField = (plain: HTMLFormElement | null): HTMLInputElement | null =>
  plain?.querySelector<HTMLInputElement>(
    'input[name=q], input:not([type=hidden], [type=checkbox], [type=radio])',
  ) ?? null;

/**
 * @param home  the service's own results page, used if the plain form names no other
 * @param shown  the label that is seen beside the plain field, as `shownLabel` found it
 */
export const createForm = (
  host: HTMLElement,
  plain: HTMLFormElement | null,
  home: URL,
  language: string,
  shown: string,
): BoxForm => {
  const { search } = messagesIn(language);
  const typed = plainField(plain);
  const name = host.getAttribute('label') ?? (shown || typed?.getAttribute('aria-label') || search);
  const input = make('input', {
    id: 'input',
    name: typed?.name || 'q',
    type: 'text',
    inputmode: 'search',
    enterkeyhint: 'search',
    role: 'combobox',
    part: 'input',
    dir: 'auto',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    maxlength: '500',
    // Without one the field is empty: its label and the button say what it is for.
    placeholder: typed?.placeholder || ' ',
    'aria-label': name,
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': 'list',
  });
  const action = new URL(plain?.getAttribute('action') ?? home, document.baseURI);
  const element = make(
    'form',
    {
      action: action.href,
      method: 'get',
      role: 'search',
      part: 'form',
      ...(plain?.target && { target: plain.target }),
    },
    input,
    make('button', { part: 'button' }, search),
  );
  const fields = (): Fields => {
    const own = plain ? [...new FormData(plain)] : [];
    const written = own.flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' && key !== input.name && value !== '' ? [[key, value]] : [],
    );
    return [...written, ...presetsOf(host)];
  };
  element.addEventListener('formdata', ({ formData, target }) => {
    // The author's form stands inside this one, and its own event comes by.
    if (target !== element) return;
    for (const [key, value] of fields()) formData.append(key, value);
    if (matchFor(input.value) === 'any' && !formData.has('match')) formData.set('match', 'any');
  });
  const words = shownWords(input.name, typed?.defaultValue.trim() ?? '');
  const before = shown ? [make('label', { for: 'input', part: 'label' }, shown)] : [];
  const after = plain && keepControls(plain, typed) ? [make('slot', {})] : [];
  return { element, input, before, after, action, fields, words, filters: () => fields().filter(isFilter) };
};

const shownWords = (name: string, text: string): Fields => {
  if (!text) return [];
  return matchFor(text) === 'any'
    ? [
        [name, text],
        ['match', 'any'],
      ]
    : [[name, text]];
};

/** The author's label, where it is seen before the box takes its place; one outside the tag stands there still. */
export const shownLabel = (host: HTMLElement): string => {
  const label = plainField(host.querySelector('form'))?.labels?.[0];
  if (!label || !host.contains(label) || label.offsetWidth < 2) return '';
  return label.textContent?.trim() ?? '';
};

/** Hides what the box stands for; stronger than any rule of the page. @returns whether there is more in the form */
const keepControls = (plain: HTMLFormElement, typed: HTMLInputElement | null): boolean => {
  const others = [...plain.querySelectorAll(choosable)].filter((control) => control !== typed);
  if (others.length === 0) return false;
  const replaced = [typed, ...(typed?.labels ?? []), ...plain.querySelectorAll('button, [type=submit]')];
  for (const part of replaced)
    if (part instanceof HTMLElement && !others.some((other) => part.contains(other)))
      part.style.setProperty('display', 'none', 'important');
  return true;
};

/** Home and End go through the text, not through the list (WAI-ARIA APG); with Shift they select. */
export const moveCaret = (input: HTMLInputElement, { key, shiftKey }: KeyboardEvent): void => {
  const place = key === 'Home' ? 0 : input.value.length;
  input.setSelectionRange(
    shiftKey ? Math.min(place, input.selectionStart ?? 0) : place,
    shiftKey ? Math.max(place, input.selectionEnd ?? 0) : place,
  );
};

/**
 * The browser puts back what was typed into the plain field when one returns, not into ours; what one has typed since
 * then stays.
 */
export const restoreTyped = (plain: HTMLInputElement, input: HTMLInputElement): void => {
  let shown = '';
  const restore = () => {
    if (plain.value && input.value === shown) input.value = shown = plain.value;
  };
  restore();
  addEventListener('pageshow', restore, { once: true });
};
