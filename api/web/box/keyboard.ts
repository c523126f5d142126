import type { Choice } from './choices.ts';
import type { SuggestionList } from './combobox.ts';
import { moveCaret } from './form.ts';

/** Actions of keys. */
interface Actions {
  readonly pick: (choice: Choice, event: KeyboardEvent) => void;
  /** Requests suggestions for the current text again. */
  readonly ask: () => void;
  readonly close: () => void;
}

/** Keys of the field (WAI-ARIA APG, editable combobox with list). */
export const pressKey = (
  event: KeyboardEvent,
  input: HTMLInputElement,
  list: SuggestionList,
  { pick, ask, close }: Actions,
): void => {
  // While an input method composes, it owns every key; older Safari reports 229 for the final Enter.
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    if (list.open) list.move(event.key === 'ArrowDown' ? 1 : -1);
    else ask();
  } else if (event.key === 'Home' || event.key === 'End') {
    event.preventDefault();
    moveCaret(input, event);
  } else if (event.key === 'Escape') {
    if (list.open) event.preventDefault();
    else if (input.value) {
      event.preventDefault();
      input.value = '';
    }
    close();
  } else if (event.key === 'Enter' && list.active) {
    event.preventDefault();
    pick(list.active, event);
  }
};
