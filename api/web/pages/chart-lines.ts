import { html, type Markup } from '../markup.ts';

/** One line of a chart; null for steps without a value. */
export interface Line {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

interface Frame {
  readonly from: string;
  readonly to: string;
  /** Whether time runs to the left. */
  readonly mirrored: boolean;
  readonly print: (value: number) => string;
}

const width = 1000;
const height = 200;
const room = 4;
const styles = 6;

/**
 * Step lines: a value covers its whole step, so that a single step is visible, too. The figures are also in
 * the table below, for screen readers.
 */
export const drawLines = (title: string, lines: readonly Line[], frame: Frame): Markup => {
  const most = Math.max(...lines.flatMap(({ values }) => values.map((value) => value ?? 0)), 0);
  return html`<figure class="chart">
<figcaption><h2>${title}</h2><span class="hint">0 – ${frame.print(most)}</span></figcaption>
<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="${title}: ${lines.map(({ name }) => name).join(', ')}">
${lines.map(({ values }, index) => html`<path class="line line-${index % styles}" d="${pathOf(values, most, frame.mirrored)}"/>`)}
</svg>
<div class="ends" aria-hidden="true"><span>${frame.from}</span><span>${frame.to}</span></div>
<ul class="key">${lines.map(({ name }, index) => html`<li><svg viewBox="0 0 24 8" aria-hidden="true"><path class="line line-${index % styles}" d="M0 4H24"/></svg> <span dir="auto">${name}</span></li>`)}</ul>
</figure>`;
};

const pathOf = (values: readonly (number | null)[], most: number, mirrored: boolean): string => {
  const step = width / Math.max(1, values.length);
  const across = (index: number): string => (mirrored ? width - index * step : index * step).toFixed(1);
  let drawn = '';
  let open = false;
  for (const [index, value] of values.entries()) {
    if (value === null) {
      open = false;
      continue;
    }
    const high = (height - room - (most === 0 ? 0 : value / most) * (height - 2 * room)).toFixed(1);
    drawn += `${open ? 'L' : 'M'}${across(index)} ${high}H${across(index + 1)}`;
    open = true;
  }
  return drawn;
};
