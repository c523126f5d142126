import { correctNames } from '../../chain/enrich/people/correct/index.ts';
import { loadNameTable } from '../../chain/enrich/people/tagger/model.ts';
import { tokenize } from '../../chain/enrich/people/tagger/tokens.ts';
import { profileFor } from '../../languages/index.ts';
import { isDense } from '../../languages/scripts.ts';
import { readMarked } from './marked-names.ts';

const table = loadNameTable();

/** The names of a text in which a tagger has found what stands in square brackets, after every rule. */
export const correct = (language: string, marked: string): string[] => {
  const { text, spans } = readMarked(marked);
  const tokens = isDense(profileFor(language).name) ? null : tokenize(text);
  return correctNames({ text, tokens, spans }, language, table, new Set()).map(({ start, end }) =>
    text.slice(start, end),
  );
};
