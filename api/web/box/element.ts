import { matchFor } from '../../query/long-query.ts';
import { type Choice, goalOf, openGoal } from './choices.ts';
import { createList, type SuggestionList } from './combobox.ts';
import { type BoxForm, createForm, plainField, restoreTyped, shownLabel } from './form.ts';
import { pressKey } from './keyboard.ts';
import { make } from './make.ts';
import { localeFor, messagesIn, speak } from './messages.ts';
import { attributes, tagOf } from './presets.ts';
import { reflectAttributes, upgradeProperties } from './properties.ts';
import { styles } from './styles.ts';
import {
  addressOf,
  askForSuggestions,
  remembered,
  restMs,
  type Suggested,
  slowMs,
  worthAsking,
} from './suggestions.ts';

/**
 * `<dateline-search src="https://search.example">`. Events, both cancelable: `submit` with `{ q, match }`, `select`
 * with `{ kind, id, label, url }`. Attributes and properties may be set and changed at any time.
 */
export class DatelineSearch extends HTMLElement {
  static readonly observedAttributes = attributes;
  #form: BoxForm | undefined;
  #list: SuggestionList | undefined;
  #status = make('div', { id: 'status', role: 'status' });
  #home = new URL(document.baseURI);
  #language = 'en';
  #label: string | undefined;
  #value = '';
  #timers: ReturnType<typeof setTimeout>[] = [];
  #question: AbortController | undefined;
  #composing = false;

  connectedCallback(): void {
    upgradeProperties(this);
    if (!this.#form) this.#build();
  }

  disconnectedCallback(): void {
    this.#stop();
    this.#list?.close();
  }

  attributeChangedCallback(): void {
    if (this.#form) this.#build();
  }

  get value(): string {
    return this.#form?.input.value ?? this.#value;
  }

  set value(text: string) {
    this.#value = String(text ?? '');
    if (this.#form) this.#form.input.value = this.#value;
  }

  /** Creates field and list, and again after a changed attribute; the typed text and the focus are kept. */
  #build(): void {
    this.#label ??= shownLabel(this);
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open', delegatesFocus: true });
    const typed = this.value;
    const before = this.#form?.input;
    const focused = before !== undefined && root.activeElement === before;
    this.#stop();
    this.#home = new URL(this.getAttribute('src') || '/', document.baseURI);
    const tag = tagOf(this);
    this.#language = speak(tag);
    const plain = this.querySelector('form');
    const field = plainField(plain);
    // On a slow connection the user may already be typing into the plain field.
    const typing = !before && field !== null && document.activeElement === field;
    const form = createForm(this, plain, new URL('/', this.#home), this.#language, this.#label);
    this.#form = form;
    this.#list = createList(form.input, localeFor(tag, this.#language), this.#pick);
    const { direction: dir = 'ltr' } = messagesIn(this.#language);
    const box = make('div', { id: 'box', lang: this.#language, dir, part: 'box' });
    box.append(form.element, this.#list.element, this.#status);
    root.adoptedStyleSheets = [styles()];
    root.replaceChildren(...form.before, box, ...form.after);
    // Frameworks that run before this script write properties as attributes.
    form.input.value = typed || (before ? '' : (this.getAttribute('value') ?? ''));
    this.#listen(form, field);
    if (focused || typing) form.input.focus();
    if (!typing) return;
    form.input.setSelectionRange(field.selectionStart, field.selectionEnd);
    this.#typed(field);
  }

  #listen({ input, element }: BoxForm, plain: HTMLInputElement | null): void {
    if (plain) restoreTyped(plain, input);
    input.addEventListener('compositionstart', () => {
      this.#composing = true;
      this.#stop();
    });
    input.addEventListener('compositionend', () => {
      this.#composing = false;
      this.#typed(plain);
    });
    input.addEventListener('input', () => this.#typed(plain));
    const actions = { pick: this.#pick, ask: () => this.#typed(null), close: () => this.#close() };
    input.addEventListener('keydown', (event) => {
      if (this.#list) pressKey(event, input, this.#list, actions);
    });
    input.addEventListener('blur', () => this.#close());
    element.addEventListener('submit', (event) => {
      this.#close();
      if (!this.#tell('submit', { q: input.value.trim(), match: matchFor(input.value) }))
        event.preventDefault();
    });
  }

  #typed(plain: HTMLInputElement | null): void {
    if (this.#composing) return;
    if (plain) plain.value = this.value;
    this.#stop();
    this.#list?.release();
    if (!worthAsking.test(this.value.trim())) {
      this.#list?.close();
      this.#status.textContent = '';
      return;
    }
    const address = addressOf(this.#home, this.value, this.#language, this.#form?.filters() ?? []);
    const known = remembered(address);
    if (known) this.#show(known);
    else this.#timers = [setTimeout(() => this.#ask(address), restMs)];
  }

  async #ask(address: string): Promise<void> {
    const question = new AbortController();
    this.#question = question;
    this.#timers.push(
      setTimeout(() => {
        if (!this.#list?.open) this.#say('…');
      }, slowMs),
    );
    try {
      const answer = await askForSuggestions(address, question.signal);
      if (!question.signal.aborted) this.#show(answer);
    } catch {
      // The answer is no longer needed.
    }
  }

  #show(answer: Suggested): void {
    this.#stop();
    const { none, failed } = messagesIn(this.#language);
    if (!this.#isFocused) return;
    const count = this.#list?.show(answer) ?? 0;
    if (answer && count > 0) this.#status.textContent = `${answer.words.suggestions}: ${count}`;
    else this.#say(answer ? none : `${none}. ${failed}`);
  }

  #say(text: string): void {
    if (!this.#isFocused) return;
    this.#list?.say(text);
    this.#status.textContent = text;
  }

  get #isFocused(): boolean {
    return this.#form !== undefined && this.shadowRoot?.activeElement === this.#form.input;
  }

  #pick = (choice: Choice, event: MouseEvent | KeyboardEvent): void => {
    const form = this.#form;
    if (!form) return;
    if (choice.kind === 'query') {
      this.value = choice.label;
      form.element.requestSubmit();
      return;
    }
    const { action, words } = form;
    const url = goalOf(choice, { action, home: this.#home, fields: form.fields(), words });
    this.#close();
    if (!/^https?:$/.test(url.protocol)) return;
    const { kind, id, label } = choice;
    if (this.#tell('select', { kind, id, label, url: url.href })) openGoal(url, event, form.element.target);
  };

  #tell(name: string, detail: unknown): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, cancelable: true }));
  }

  #close(): void {
    this.#stop();
    this.#list?.close();
  }

  #stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
    this.#question?.abort();
  }
}

reflectAttributes(DatelineSearch.prototype);
