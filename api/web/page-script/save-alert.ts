/** Saves the search of a page as an alert, with the key that its reader types; the key is sent and forgotten. */
export const listenForAlerts = (form: HTMLFormElement): void => {
  const output = form.querySelector<HTMLElement>('.saved');
  const button = form.querySelector('button');
  if (!output || !button) return;
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    output.replaceChildren();
    output.append(...(await save(form, output)));
    button.disabled = false;
  });
};

const save = async (form: HTMLFormElement, { dataset }: HTMLElement): Promise<(Node | string)[]> => {
  const written = new FormData(form);
  const text = (name: string): string => String(written.get(name) ?? '').trim();
  const webhook = text('webhook');
  try {
    const response = await fetch('/v1/alerts', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'api-key': text('key') },
      body: JSON.stringify({
        name: text('name'),
        query: JSON.parse(form.dataset.query ?? '{}'),
        'ui-lang': form.dataset.language,
        ...(webhook === '' ? {} : { webhook: { url: webhook } }),
      }),
    });
    const answer = await response.json();
    return response.ok ? tell(answer, dataset) : [reasonIn(answer) || (form.dataset.failed ?? '')];
  } catch {
    return [form.dataset.failed ?? ''];
  }
};

interface Saved {
  readonly feed?: Readonly<Record<string, string>>;
  readonly secret?: string;
}

const tell = ({ feed = {}, secret }: Saved, { feeds, secret: word }: DOMStringMap): (Node | string)[] => [
  `${feeds}: `,
  ...Object.entries(feed).flatMap(([name, address]) => [linkTo(name, address), ' ']),
  ...(secret ? [document.createElement('br'), `${word}: `, codeOf(secret)] : []),
];

const linkTo = (name: string, address: string): HTMLAnchorElement => {
  const link = document.createElement('a');
  link.href = address;
  link.textContent = name;
  return link;
};

const codeOf = (text: string): HTMLElement => {
  const code = document.createElement('code');
  code.textContent = text;
  return code;
};

interface Refusal {
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly detail?: string }[];
}

const reasonIn = ({ title, detail, errors }: Refusal): string =>
  [title, detail, ...(errors ?? []).map((error) => error.detail)].filter(Boolean).join(' – ');
