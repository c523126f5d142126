import { letterClasses } from '../../../languages/scripts.ts';
import { matchFor } from '../../query/long-query.ts';
import { type Choice, goalOf } from './choices.ts';
import { createList, type SuggestionList } from './combobox.ts';
import { type BoxForm, createForm, moveCaret } from './form.ts';
import type { BoxWords } from './languages.ts';
import { make } from './make.ts';
import { messagesIn, speak } from './messages.ts';
import { styles } from './styles.ts';
import { askForSuggestions, remembered, type Suggested } from './suggestions.ts';

const restMs = 120;
/** One Chinese, Japanese or Korean character says as much as two letters. */
const worthAsking = new RegExp(`[${letterClasses.syllabic}]|\\S.*\\S`, 'u');

/**
 * `<dateline-search src="https://search.example">`. Events, both cancelable: `submit` with `{ q, match }`, `select`
 * with `{ kind, id, label, url }`.
 */
export class DatelineSearch extends HTMLElement {
  #form!: BoxForm;
  #list!: SuggestionList;
  #status!: HTMLElement;
  #home!: URL;
  #language = 'en';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #question: AbortController | undefined;
  #composing = false;

  connectedCallback(): void {
    if (this.shadowRoot) return;
    this.#home = new URL(this.getAttribute('src') || '/', document.baseURI);
    const tag =
      this.getAttribute('ui-lang') ?? this.parentElement?.closest('[lang]')?.getAttribute('lang') ?? '';
    this.#language = speak(tag);
    const plain = this.querySelector('form');
    const field = plain?.querySelector<HTMLInputElement>('input:not([type=hidden])') ?? null;
    // On a slow line one may be typing into the plain field when this arrives.
    const typing = field !== null && document.activeElement === field;
    this.#form = createForm(this, plain, new URL('/', this.#home), this.#language);
    this.#list = createList(this.#form.input, this.#language, (choice, event) => this.#pick(choice, event));
    this.#status = make('div', { id: 'status', role: 'status' });
    const { direction: dir = 'ltr' } = messagesIn(this.#language);
    const box = make(
      'div',
      { id: 'box', lang: this.#language, dir, part: 'box' },
      this.#form.element,
      this.#list.element,
      this.#status,
    );
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    root.adoptedStyleSheets = [styles()];
    root.append(box);
    this.#listen(field);
    if (!typing) return;
    this.#form.input.focus();
    this.#form.input.setSelectionRange(field.selectionStart, field.selectionEnd);
    this.#typed(field);
  }

  disconnectedCallback(): void {
    this.#stop();
  }

  get value(): string {
    return this.#form.input.value;
  }

  set value(text: string) {
    this.#form.input.value = text;
  }

  #listen(plain: HTMLInputElement | null): void {
    const { input, element } = this.#form;
    // The browser puts back what was typed into the plain field when one returns, not into ours; what one has typed
    // since then stays.
    let shown = '';
    const restore = () => {
      if (plain?.value && input.value === shown) input.value = shown = plain.value;
    };
    restore();
    addEventListener('pageshow', restore, { once: true });
    input.addEventListener('compositionstart', () => {
      this.#composing = true;
      this.#stop();
    });
    input.addEventListener('compositionend', () => {
      this.#composing = false;
      this.#typed(plain);
    });
    input.addEventListener('input', () => this.#typed(plain));
    input.addEventListener('keydown', (event) => this.#press(event));
    input.addEventListener('blur', () => {
      this.#stop();
      this.#list.close();
    });
    element.addEventListener('submit', (event) => {
      this.#stop();
      this.#list.close();
      if (!this.#tell('submit', { q: input.value.trim(), match: matchFor(input.value) }))
        event.preventDefault();
    });
  }

  #typed(plain: HTMLInputElement | null): void {
    if (this.#composing) return;
    if (plain) plain.value = this.value;
    this.#stop();
    this.#list.release();
    if (!worthAsking.test(this.value.trim())) {
      this.#list.close();
      this.#status.textContent = '';
      return;
    }
    const address = this.#address();
    const known = remembered(address);
    if (known) this.#show(known);
    else this.#timer = setTimeout(() => this.#ask(address), restMs);
  }

  #address(): string {
    const url = new URL('/v1/suggest', this.#home);
    url.searchParams.set('q', this.value.trim().replace(/\s+/g, ' ').toLowerCase().slice(0, 200));
    url.searchParams.set('ui-lang', this.#language);
    for (const [name, value] of this.#form.filters) url.searchParams.append(name, value);
    return url.href;
  }

  async #ask(address: string): Promise<void> {
    const question = new AbortController();
    this.#question = question;
    try {
      const answer = await askForSuggestions(address, question.signal);
      if (!question.signal.aborted) this.#show(answer);
    } catch {
      // Nobody waits for this answer any more.
    }
  }

  #show(answer: Suggested): void {
    if (this.shadowRoot?.activeElement !== this.#form.input) return;
    const count = this.#list.show(answer);
    this.#status.textContent = statusOf(answer, count, messagesIn(this.#language));
  }

  #press(event: KeyboardEvent): void {
    const { input } = this.#form;
    // While an input method composes, every key is its own; 229 is what older Safari says of the closing Enter.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (this.#list.open) this.#list.move(event.key === 'ArrowDown' ? 1 : -1);
      else this.#typed(null);
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      moveCaret(input, event);
    } else if (event.key === 'Escape') {
      if (this.#list.open) {
        event.preventDefault();
        this.#list.close();
      } else if (input.value) {
        event.preventDefault();
        input.value = '';
      }
      this.#stop();
    } else if (event.key === 'Enter' && this.#list.active) {
      event.preventDefault();
      this.#pick(this.#list.active, event);
    }
  }

  #pick(choice: Choice, event: MouseEvent | KeyboardEvent): void {
    if (choice.kind === 'query') {
      this.value = choice.label;
      this.#form.element.requestSubmit();
      return;
    }
    const url = goalOf(choice, this.#form.target, this.#home);
    this.#stop();
    this.#list.close();
    if (!/^https?:$/.test(url.protocol)) return;
    const { kind, id, label } = choice;
    if (!this.#tell('select', { kind, id, label, url: url.href })) return;
    const elsewhere = event.ctrlKey || event.metaKey || this.#form.element.target === '_blank';
    if (elsewhere) open(url, '_blank', 'noopener');
    else location.assign(url);
  }

  #tell(name: string, detail: unknown): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, cancelable: true }));
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#question?.abort();
  }
}

const statusOf = (answer: Suggested, count: number, { suggestions, none, failed }: BoxWords): string => {
  if (!answer) return failed;
  return count ? `${suggestions}: ${count}` : none;
};
