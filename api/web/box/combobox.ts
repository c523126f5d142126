import { type Choice, groupChoices } from './choices.ts';
import { make, markMatches } from './make.ts';
import { createPopup } from './popup.ts';
import type { Suggested } from './suggestions.ts';

/** The list under the input, and which of its lines is active (WAI-ARIA APG, editable combobox with list). */
export interface SuggestionList {
  readonly element: HTMLElement;
  /** Shows a message instead of suggestions. */
  say(text: string): void;
  /** @returns the number of lines shown */
  show(answer: Suggested): number;
  close(): void;
  readonly open: boolean;
  /** Moves the active line by `step`, wrapping around through "none". */
  move(step: 1 | -1): void;
  /** Deactivates all lines, because those on screen may belong to an older input. */
  release(): void;
  readonly active: Choice | null;
}

/** @param pick called when a line is clicked or tapped */
export const createList = (
  input: HTMLInputElement,
  locale: string,
  pick: (choice: Choice, event: MouseEvent) => void,
): SuggestionList => {
  const list = make('div', { id: 'list', role: 'listbox' });
  const note = make('div', { part: 'message', hidden: '' });
  const element = make('div', { id: 'popup', part: 'list', hidden: '' }, list, note);
  const popup = createPopup(element, input.form ?? input);
  let choices: Choice[] = [];
  let at = -1;

  const mark = (next: number) => {
    at = next;
    for (const [index, option] of [...list.querySelectorAll('[role=option]')].entries()) {
      option.setAttribute('aria-selected', String(index === at));
      if (index === at) option.scrollIntoView({ block: 'nearest' });
    }
    if (at < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `option-${at}`);
  };
  const open = (visible: boolean) => {
    list.hidden = !visible;
    if (visible) {
      note.hidden = true;
      popup.open();
    } else popup.close();
    input.setAttribute('aria-expanded', String(visible));
    mark(-1);
  };
  // The focus stays in the input, so that a click does not close the list before it arrives.
  element.addEventListener('mousedown', (event) => event.preventDefault());
  const click = (event: MouseEvent) => {
    if (event.button > 1) return;
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    const choice = option && choices[Number(option.id.slice('option-'.length))];
    if (choice) pick(choice, event);
  };
  element.addEventListener('click', click);
  element.addEventListener('auxclick', click);

  return {
    element,
    say: (text) => {
      open(false);
      note.textContent = text;
      note.hidden = false;
      popup.open();
    },
    show: (answer) => {
      choices = [];
      const groups = answer ? groupChoices(answer, locale) : [];
      list.setAttribute('aria-label', answer?.words.suggestions ?? '');
      list.replaceChildren(
        ...groups.map((group) => {
          const lines = group.choices.map((choice) => drawOption(choice, choices.push(choice) - 1));
          const id = `heading-${group.heading}`;
          const heading = make(
            'div',
            { id, part: 'heading', role: 'presentation' },
            answer?.words[group.heading] ?? '',
          );
          return make('div', { role: 'group', 'aria-labelledby': id }, heading, ...lines);
        }),
      );
      open(choices.length > 0);
      return choices.length;
    },
    close: () => open(false),
    get open() {
      return !list.hidden;
    },
    move: (step) => {
      const places = choices.length + 1;
      mark(((at + 1 + step + places) % places) - 1);
    },
    release: () => mark(-1),
    get active() {
      return choices[at] ?? null;
    },
  };
};

const drawOption = (choice: Choice, index: number): HTMLElement =>
  make(
    'div',
    { id: `option-${index}`, role: 'option', part: `option ${choice.kind}`, 'aria-selected': 'false' },
    make(
      'span',
      { dir: 'auto', ...(choice.language && { lang: choice.language }) },
      ...markMatches(choice.label, choice.match),
    ),
    ...(choice.found
      ? [make('small', { part: 'note', dir: 'auto' }, ...markMatches(choice.found.form, choice.found.match))]
      : []),
    ...(choice.note ? [make('small', { part: 'note' }, choice.note)] : []),
  );
