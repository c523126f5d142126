import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { fingerprintOf } from '../../chain/enrich/people/tagger/fingerprint.ts';
import { hashFolded } from '../../chain/enrich/people/tagger/hashing.ts';
import { loadNameTable, loadWordClusters, loadWordList } from '../../chain/enrich/people/tagger/model.ts';
import {
  buildWordClusters,
  type ClusteredWord,
  clusterKey,
} from '../../chain/enrich/people/tagger/word-clusters.ts';
import { buildWordList, type ListedWord } from '../../chain/enrich/people/tagger/word-list.ts';
import type { TrainingText } from './people-dense-rows.ts';
import { type FamilyPlan, families, type Source } from './people-families.ts';
import { type LabelledText, listLabels, partOf, readLabels } from './people-labels.ts';
import { compileNames } from './people-names.ts';
import { type TrainedWeights, trainRandomField } from './people-random-field.ts';
import { makeTrainingText } from './people-texts.ts';

const usage = `node lab/train/people.ts --data ../shared/data [--labels DIR] [--words DIR] [--out models] <step>...
Steps: names, words, clusters, ${families.map(({ name }) => name).join(', ')}. See models/README.md for labels and words.
--hold-out I/N leaves out the I-th of N parts (by the SHA-1 of the text) of the sets that are also measured on;
--hold-out all leaves those sets out altogether, for a model that is to label texts.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    labels: { type: 'string' },
    words: { type: 'string' },
    out: { type: 'string', default: join(import.meta.dirname, '../../models') },
    'hold-out': { type: 'string' },
  },
});
if (!values.data || positionals.length === 0) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}
const { data, out } = values;
const labels = values.labels ?? null;
mkdirSync(out, { recursive: true });

const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const write = (name: string, parts: readonly Uint8Array[]): void => {
  const bytes = gzipSync(Buffer.concat(parts), { level: 9 });
  writeFileSync(join(out, `people-${name}.bin`), bytes);
  log(`people-${name}.bin: ${bytes.length} bytes`);
};

for (const step of positionals) {
  if (step === 'names') {
    const { prints, names, words } = await compileNames(data, labels, values.words ?? null);
    write('names', [new Uint8Array(prints.buffer), names, words]);
  } else if (step === 'words') {
    for (const [language, bits] of Object.entries({ zh: 19, ja: 19, ko: 20 })) packWords(language, bits);
  } else if (step === 'clusters') {
    for (const [family, bits] of Object.entries({ latin: 20, cyrillic: 19, japanese: 20, chinese: 19 }))
      packClusters(family, bits);
  } else {
    const plan = families.find(({ name }) => name === step);
    if (!plan) throw new Error(`there is no step ${step}`);
    await trainFamily(plan);
  }
}

function packWords(language: string, bits: number): void {
  const words = readLines(join(values.words ?? '', `words-${language}.tsv`)).map((line): ListedWord => {
    const [form = '', type, cost] = line.split('\t');
    return { form, type: Number(type), cost: Number(cost) };
  });
  words.sort((one, other) => one.cost - other.cost);
  const { prints, classes, costs } = buildWordList(words, bits);
  write(`words-${language}`, [new Uint8Array(prints.buffer), classes, costs]);
}

function packClusters(family: string, bits: number): void {
  const lines = readLines(join(values.words ?? '', `clusters-${family}.tsv`));
  const words = lines.map((line): ClusteredWord => {
    const [form = '', ...groups] = line.split('\t');
    const capital = form.charAt(0) !== form.charAt(0).toLowerCase();
    return { key: clusterKey(hashFolded(form, 0, form.length), capital), groups: groups.map(Number) };
  });
  const { prints, groups } = buildWordClusters(words, bits, words[0]?.groups.length ?? 1);
  write(`clusters-${family}`, [new Uint8Array(prints.buffer), groups]);
}

function readLines(path: string): string[] {
  if (!existsSync(path)) throw new Error(`${path} is not there`);
  return readFileSync(path, 'utf8').split('\n').filter(Boolean);
}

async function trainFamily(plan: FamilyPlan): Promise<void> {
  const model = join(import.meta.dirname, '../../models');
  const names = loadNameTable(model);
  const words = plan.words ? loadWordList(plan.words, model) : null;
  const clusters = loadWordClusters(plan.name, model);
  const texts: TrainingText[] = [];
  const held = values['hold-out'] === 'all' ? [0, 1] : (values['hold-out']?.split('/').map(Number) ?? []);
  for (const source of plan.sources) {
    const read = await readSource(source, held);
    let lost = 0;
    for (const [index, label] of read.entries()) {
      const known = plan.languages.indexOf(source.language) + 1;
      // Part of the texts is trained as an unknown language, so that the model works for those too.
      const number = index % 4 === 0 ? 0 : known;
      const { text, missed } = makeTrainingText(
        label,
        { names, words, clusters },
        { code: source.language, number },
        source.weight,
      );
      texts.push(text);
      lost += missed;
    }
    log(`${source.set}: ${read.length} texts, ${lost} persons that no units can make`);
  }
  const trained = trainRandomField(texts, {
    bits: plan.bits,
    epochs: plan.epochs,
    penalty: plan.penalty,
    log,
  });
  writeModel(plan, trained);
}

async function readSource(source: Source, held: readonly number[]): Promise<LabelledText[]> {
  const folder = source.teacher ? labels : join(data, 'persons');
  const file = listLabels(folder ?? '').find(({ name }) => name === source.set);
  if (!file) {
    log(`${source.set} is not there: trained without it`);
    return [];
  }
  const all = await readLabels(file.path);
  const read = all.filter((_, index) => index % (source.every ?? 1) === 0);
  const [part, parts] = held;
  return part === undefined || parts === undefined || !source.crossValidated
    ? read
    : read.filter(({ text }) => partOf(text, parts) !== part);
}

function writeModel(plan: FamilyPlan, { weights, transitions }: TrainedWeights): void {
  let top = 0;
  for (const weight of weights) top = Math.max(top, Math.abs(weight));
  const scale = Math.min(top, 3) / 127;
  const header = {
    fingerprint: fingerprintOf(plan.name, join(import.meta.dirname, '../../models')),
    bits: plan.bits,
    scale,
    bias: plan.bias,
    languages: plan.languages,
    trainedOn: plan.sources.map(({ set }) => set),
    transitions: [...transitions].map((value) => Math.round(value * 1000) / 1000),
  };
  const rounded = Int8Array.from(weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight / scale))),
  );
  write(plan.name, [Buffer.from(`${JSON.stringify(header)}\n`), new Uint8Array(rounded.buffer)]);
}
