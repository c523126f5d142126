import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { readArticles, toPoints } from './people-articles.ts';
import { readJudged } from './people-judged.ts';
import { type LabelledText, readLabels } from './people-labels.ts';

/**
 * Corrects the labels of the Chinese teacher (`zh-lac`): names judged not to be persons (`乌方`, `哈马斯`) lose their
 * label, a paragraph with wrong boundaries of a name is left out, and a name found twice is labelled at all occurrences.
 */
const { values } = parseArgs({ options: { data: { type: 'string' }, labels: { type: 'string' } } });
const labels = values.labels ?? '.';
const articles = await readArticles(values.data ?? '', 'zh-xwlb');
const judged = readJudged('zh', (line) => articles[line]);
const none = new Set(judged.get('none'));
const parts = new Set(judged.get('part'));
const texts = await readLabels(join(labels, 'zh-lac.ndjson.gz'));

/** `乌方`, `乌军`: a country's side; a single character is a surname at best. */
const isSide = (name: string): boolean => name.length < 2 || /^.[方军]$/u.test(name);
const isPart = (name: string): boolean => parts.has(name) || name.includes('\n');
const isPerson = (name: string): boolean => !isPart(name) && !none.has(name) && !isSide(name);

const shortest = 3;
const counts = new Map<string, number>();
for (const { text, persons } of texts)
  for (const [start, end] of persons) {
    const name = text.slice(start, end);
    if (name.length >= shortest && isPerson(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
const known = [...counts]
  .filter(([, times]) => times > 1)
  .map(([name]) => name)
  .sort((one, other) => other.length - one.length);
const everyKnown = new RegExp(known.join('|'), 'gu');

type Span = readonly [number, number];
const overlaps = ([from, to]: Span, spans: readonly Span[]): boolean =>
  spans.some(([start, end]) => start < to && end > from);

const mend = ({ text, persons }: LabelledText): { text: string; persons: Span[] }[] => {
  const doubtful = persons.filter(([start, end]) => isPart(text.slice(start, end)));
  const kept: Span[] = persons.filter(([start, end]) => isPerson(text.slice(start, end)));
  for (const { 0: name, index } of text.matchAll(everyKnown)) {
    const span: Span = [index, index + name.length];
    if (!overlaps(span, kept) && !overlaps(span, doubtful)) kept.push(span);
  }
  kept.sort(([one], [other]) => one - other);
  return [...text.matchAll(/[^\n]*[^\s][^\n]*/gu)]
    .filter(({ 0: paragraph, index }) => !overlaps([index, index + paragraph.length], doubtful))
    .map(({ 0: paragraph, index }) => ({
      text: paragraph,
      persons: kept
        .filter(([start, end]) => start >= index && end <= index + paragraph.length)
        .map(([start, end]): Span => [start - index, end - index]),
    }));
};

const lines = texts.flatMap(mend);
writeFileSync(
  join(labels, 'zh-judged.ndjson.gz'),
  gzipSync(
    lines
      .map(({ text, persons }) => `${JSON.stringify({ text, persons: toPoints(text, persons) })}\n`)
      .join(''),
  ),
);
process.stderr.write(
  `${lines.length} paragraphs, ${lines.reduce((sum, { persons }) => sum + persons.length, 0)} names\n`,
);
