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
  /** Target of a search, without parameters. */
  readonly action: URL;
  /** Parameters of every search: the attributes of the tag, and the current values of the author's controls. */
  readonly fields: () => Fields;
  /** The words of the search that the page shows, as parameters. */
  readonly words: Fields;
  /** Those of them that also filter suggestions. */
  readonly filters: () => Fields;
}

/** Visible controls of the plain form other than its text field; they are kept below the field. */
const choosable = 'select, textarea, input:not([type=hidden], [type=submit], [type=image], [type=reset])';

/** The text field of the plain form. */
export const plainField = (plain: HTMLFormElement | null): HTMLInputElement | null =>
  plain?.querySelector<HTMLInputElement>(
    'input[name=q], input:not([type=hidden], [type=checkbox], [type=radio])',
  ) ?? null;

/**
 * @param home  the service's own results page, used if the plain form names no other
 * @param shown  the visible label of the plain field, from `shownLabel`
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
    // Without one there is no placeholder: label and button say what the field is for.
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
    // The author's form is inside this one, so its events bubble up here.
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

/** The author's label if it is visible and inside the tag; a label outside the tag stays visible anyway. */
export const shownLabel = (host: HTMLElement): string => {
  const label = plainField(host.querySelector('form'))?.labels?.[0];
  if (!label || !host.contains(label) || label.offsetWidth < 2) return '';
  return label.textContent?.trim() ?? '';
};

/** Hides the elements that the box replaces, overriding the page's styles. @returns whether the form has others */
const keepControls = (plain: HTMLFormElement, typed: HTMLInputElement | null): boolean => {
  const others = [...plain.querySelectorAll(choosable)].filter((control) => control !== typed);
  if (others.length === 0) return false;
  const replaced = [typed, ...(typed?.labels ?? []), ...plain.querySelectorAll('button, [type=submit]')];
  for (const part of replaced)
    if (part instanceof HTMLElement && !others.some((other) => part.contains(other)))
      part.style.setProperty('display', 'none', 'important');
  return true;
};

/** Home and End move in the text, not in the list (WAI-ARIA APG); with Shift they select. */
export const moveCaret = (input: HTMLInputElement, { key, shiftKey }: KeyboardEvent): void => {
  const place = key === 'Home' ? 0 : input.value.length;
  input.setSelectionRange(
    shiftKey ? Math.min(place, input.selectionStart ?? 0) : place,
    shiftKey ? Math.max(place, input.selectionEnd ?? 0) : place,
  );
};

/**
 * When a user returns to the page, the browser restores the plain field's text, not ours; text typed since
 * then is kept.
 */
export const restoreTyped = (plain: HTMLInputElement, input: HTMLInputElement): void => {
  let shown = '';
  const restore = () => {
    if (plain.value && input.value === shown) input.value = shown = plain.value;
  };
  restore();
  addEventListener('pageshow', restore, { once: true });
};
