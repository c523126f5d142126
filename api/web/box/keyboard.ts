import type { Choice } from './choices.ts';
import type { SuggestionList } from './combobox.ts';
import { moveCaret } from './form.ts';

/** What keys lead to. */
interface Actions {
  readonly pick: (choice: Choice, event: KeyboardEvent) => void;
  /** Asks again for what stands in the field. */
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
  // While an input method composes, every key is its own; 229 is what older Safari says of the closing Enter.
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
