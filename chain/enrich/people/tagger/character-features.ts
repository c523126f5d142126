import { gatherCompany } from './character-company.ts';
import { gatherContext } from './character-context.ts';
import { foldDigit, typeOf, types } from './character-types.ts';
import { fillCompany } from './company-features.ts';
import { fillFar } from './far-features.ts';
import type { FeatureRows } from './feature-rows.ts';
import { findListed } from './listed-words.ts';
import type { NameTable } from './name-table.ts';
import { fillNear, widenFacts } from './near-features.ts';
import { widths } from './templates.ts';
import type { WordClusters } from './word-clusters.ts';
import type { WordList } from './word-list.ts';

/** Features of every character of a text without spaces between words, or with attached endings (Korean). */
export const extractCharacterFeatures = (
  text: string,
  names: NameTable,
  words: WordList,
  clusters: WordClusters,
): FeatureRows => {
  const { unit, type } = readCharacters(text);
  const { word, tied } = words.segment(unit);
  const { inName, place } = findListed(unit, type, names);
  const facts = { unit, type, word, tied, inName };
  const wide = widenFacts(facts);
  const context = gatherContext(text, unit, type, place);
  const company = clusters.columns > 0 ? gatherCompany(unit, type, word, clusters) : null;
  return {
    ...numberRows(type),
    width: widths.near + widths.far + (company ? widths.company : 0),
    writeRow: (at, out) => {
      fillNear(out, at, facts, wide);
      fillFar(out, widths.near, at, facts, context);
      if (company) fillCompany(out, widths.near + widths.far, at, type, unit, company);
    },
  };
};

const readCharacters = (text: string): { unit: Uint16Array; type: Uint8Array } => {
  const unit = new Uint16Array(text.length);
  const type = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const folded = foldDigit(text.charCodeAt(at));
    unit[at] = folded;
    type[at] = typeOf(folded);
  }
  return { unit, type };
};

/** A row for every character that may be part of a name. */
const numberRows = (type: Uint8Array): Pick<FeatureRows, 'count' | 'rowOf' | 'unitOf'> => {
  const rowOf = new Int32Array(type.length).fill(-1);
  const unitOf = new Int32Array(type.length);
  let count = 0;
  for (let at = 0; at < type.length; at += 1) {
    if (type[at] === types.stop) continue;
    rowOf[at] = count;
    unitOf[count] = at;
    count += 1;
  }
  return { count, rowOf, unitOf };
};
