import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');

/** Where words belong. */
const homes = /^(?:languages|authorities|models|samples|test)\//u;

/** Files that may hold non-Latin words, and why. A file that needs it no more must leave the list. */
const allowed: readonly (readonly [path: RegExp, why: string])[] = [
  [/^(?:api|mail)\/messages\//u, 'the interface in that language'],
  [/^api\/facets\//u, 'what a facet is called in the interface languages'],
  [/^api\/search\/(?:pinyin|names-by-pinyin)\.ts$/u, 'readings of characters, not words'],
  [/^api\/web\/demo\/pages\.ts$/u, 'demo pages in other languages and charsets'],
  [/^chain\/decode\/charset-candidates\.ts$/u, 'the commonest characters by which a charset is told'],
  [/^chain\/enrich\/language\/telling-words\.ts$/u, 'languages without a profile are told apart by them'],
  [
    /^chain\/enrich\/people\/tagger\/(?:hashing|arabic-prefixes|repeated-names)\.ts$/u,
    'letters, folded or cut off, in features that models are trained with',
  ],
  [/^chain\/decode\/html\/glued-parts\.ts$/u, 'signs that a printed day holds'],
  [/^chain\/enrich\/people\/tagger\/untagged\/words\.ts$/u, 'letters that are folded'],
  [/^chain\/enrich\/people\/coreference\//u, 'letters and case endings by which names are compared'],
  [
    /^chain\/enrich\/people\/correct\/(?:bracketed-readings|later-mentions|korean-names)\.ts$/u,
    'signs and letters that are told apart or folded',
  ],
  [/^chain\/clean\/titles\//u, 'signs that part a title, one of them also a Korean letter'],
  [/^lab\//u, 'texts and lists to measure and train with'],
  [/^scripts\/screenshots\.ts$/u, 'what is typed in pictures of the box'],
];

const comments = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gmu;
/** Examples of rules are read by tests alone. */
const examples = /examples: \[\[.*\]\],|examples: \[[\s\S]*?\n {2}\],/gu;
const foreign = /(?=\p{L})[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

const files = execFileSync('git', ['ls-files', '*.ts', '*.mjs'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && !homes.test(file))
  .filter((file) => {
    const code = readFileSync(join(root, file), 'utf8').replace(comments, '').replace(examples, '');
    return foreign.test(code);
  });

test('words of a language stand in languages/ or authorities/', () => {
  expect(files.filter((file) => !allowed.some(([path]) => path.test(file)))).toEqual([]);
});

test('no exception is left that nothing needs', () => {
  const idle = allowed.filter(([path]) => !files.some((file) => path.test(file)));
  expect(idle.map(([path]) => String(path))).toEqual([]);
});
