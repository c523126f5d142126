import { createHash } from 'node:crypto';
import { readPage } from '../../decode/html/page-reader.ts';
import { firstFeatures, secondFeatures } from '../features/index.ts';
import { measurePage } from '../features/page.ts';

/** Weights and code do not belong together: the text of every page would be chosen at random. */
export class ForeignWeights extends Error {
  override readonly name = 'ForeignWeights';
}

export const FINGERPRINT_BYTES = 8;

/** A page with input for most features, in no particular language. */
const PROBE = `<body class="home"><nav id="menu"><ul><li><a href="/">A</a></li><li><a href="/b">B 2</a></li></ul></nav>
<main><article class="story"><h1>Kappa lambda</h1><p class="date">2024-03-05 10:00</p>
<p>Alpha beta gamma delta, epsilon zeta eta theta; iota kappa lambda mu nu xi. Omicron pi!</p><ul><li>Rho sigma</li><li>tau: <a href="/t">upsilon</a></li></ul>
<table><tr><td>1</td><td>Phi chi psi.</td></tr></table><blockquote><p>“Omega.”</p></blockquote></article></main>
<div id="cookie-box"><p>Cookie.</p></div><footer><p>© 2024 https://a.example</p></footer></body>`;

/** A hash of the features of one page: weights fit only the features that they were trained on. */
export const featureFingerprint = (): Buffer => {
  const { blocks } = readPage(PROBE);
  const page = measurePage(
    { id: 'probe', revision: 1, given: {}, format: 'html', url: null, statements: [], blocks },
    'Kappa lambda',
  );
  const first = firstFeatures(page);
  const scores = Float64Array.from(first, (_, at) => (at % 5) / 4);
  const hash = createHash('sha256');
  // Rounded: processors may differ in the last bits of a logarithm.
  for (const row of secondFeatures(page, first, scores))
    hash.update(row.map((value) => Math.round(value * 1000)).join());
  return hash.digest().subarray(0, FINGERPRINT_BYTES);
};
