import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Runs axe-core, and says what it found; text, as it runs in the page: `await evaluate(axeScript)`, then this. */
export const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const axeFindings = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + (nodes[0] ? nodes[0].html : '')))`;

/** Text that is twice as large, as a reader's own setting makes it; the pages' policy allows a sheet that is made. */
export const enlargeScript = `{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('html { font-size: 200% }');
  document.adoptedStyleSheets.push(sheet);
}`;
