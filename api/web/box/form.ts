import { valueFacetNames } from '../../facets/names.ts';
import { matchFor } from '../../query/long-query.ts';
import { make } from './make.ts';
import { messagesIn } from './messages.ts';

/** Search parameters that an attribute of the tag may set. */
const presets = ['person', 'agency', 'lang', 'from-date'] as const;

const filterNames: readonly string[] = [...valueFacetNames, 'from-date', 'to-date'];

/** The form that visitors use, built from the plain one inside the tag, which works without scripts. */
export interface BoxForm {
  readonly element: HTMLFormElement;
  readonly input: HTMLInputElement;
  /** Where a search goes, with its fixed parameters and without the query. */
  readonly target: URL;
  /** Of the fixed parameters those that suggestions keep to as well. */
  readonly filters: readonly (readonly [string, string])[];
}

/** @param home the service's own results page, used if the plain form names no other */
export const createForm = (
  host: HTMLElement,
  plain: HTMLFormElement | null,
  home: URL,
  language: string,
): BoxForm => {
  const { search, placeholder } = messagesIn(language);
  const typed = plain?.querySelector<HTMLInputElement>('input:not([type=hidden])');
  const label = host.getAttribute('label') ?? typed?.getAttribute('aria-label') ?? search;
  const input = make('input', {
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
    placeholder: typed?.placeholder || placeholder,
    'aria-label': label,
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': 'list',
  });
  const action = new URL(plain?.getAttribute('action') ?? home, document.baseURI);
  const fixed: [string, string][] = [
    ...(plain?.querySelectorAll<HTMLInputElement>('input[type=hidden]') ?? []),
  ].map(({ name, value }) => [name, value]);
  for (const preset of presets) {
    const value = host.getAttribute(preset);
    if (value) fixed.push([preset, value]);
  }
  const hidden = fixed.map(([name, value]) => make('input', { type: 'hidden', name, value }));
  const element = make(
    'form',
    {
      action: action.href,
      method: 'get',
      role: 'search',
      part: 'form',
      ...(plain?.target && { target: plain.target }),
    },
    ...hidden,
    input,
    make('button', { part: 'button' }, search),
  );
  element.addEventListener('formdata', ({ formData }) => {
    if (matchFor(input.value) === 'any' && !formData.has('match')) formData.set('match', 'any');
  });
  const target = new URL(action);
  for (const [name, value] of fixed) target.searchParams.append(name, value);
  return { element, input, target, filters: fixed.filter(([name]) => filterNames.includes(name)) };
};

/** Home and End go through the text, not through the list (WAI-ARIA APG); with Shift they select. */
export const moveCaret = (input: HTMLInputElement, { key, shiftKey }: KeyboardEvent): void => {
  const place = key === 'Home' ? 0 : input.value.length;
  input.setSelectionRange(
    shiftKey ? Math.min(place, input.selectionStart ?? 0) : place,
    shiftKey ? Math.max(place, input.selectionEnd ?? 0) : place,
  );
};
