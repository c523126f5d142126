import { describe, expect, test } from '@jest/globals';
import { createChain } from '../../../chain/index.ts';
import { checksumOf } from '../../../domain/checksum.ts';
import type { GivenFields } from '../../../domain/given-fields.ts';
import { rawRecord, readRawArticle, storeInput } from '../../../platform/articles/records.ts';
import { readSubmission } from '../../../platform/articles/schema.ts';

/** A value for every field: one that is missing here does not compile. */
const samples: Required<GivenFields> = {
  title: 'A bridge for Lisbon',
  body: 'The bridge over the Tagus was opened on Tuesday.\nTraffic began at noon.',
  date: '2024-05-01',
  agency: ['xinhua'],
  dateline: 'BEIJING',
  people: ['Ana Exemplo'],
  author: ['Bea Exemplo'],
  language: 'en-GB',
  url: 'https://news.example/bridge',
  publisher: 'news.example',
};
const fields = Object.keys(samples) as readonly (keyof GivenFields)[];
const page = `<html><body><h1>Eine Brücke</h1>
<p>Die neue Brücke über den Fluss wurde am Dienstag nach drei Jahren Bauzeit für den Verkehr geöffnet.</p>
<p>Die Stadtverwaltung rechnet damit, dass jeden Tag ungefähr zwanzigtausend Fahrzeuge die Brücke benutzen.</p>
<p>Fußgänger und Radfahrer haben eine eigene Spur, die durch ein Geländer von der Fahrbahn getrennt ist.</p>
</body></html>`;

const chain = createChain();
const documentOf = (given: GivenFields) =>
  chain.makeDocument({
    raw: { id: 'a', revision: 1, input: { contentType: 'text/html', charset: null, content: page, given } },
    acceptance: { checksum: 'c', received: '2024-05-01T08:00:00.000Z' },
  });

describe('a field that a sender gives', () => {
  test.each(fields)('%s is accepted, kept, counted in the checksum and read back', (field) => {
    const others = field === 'body' ? {} : { body: samples.body };
    const sent = Buffer.from(JSON.stringify({ ...others, [field]: samples[field] }));
    const read = readSubmission(sent);
    if (read.kind === 'invalid' || read.submission.input === null) throw new Error(JSON.stringify(read));
    const { input } = read.submission;
    expect(input.given[field]).toEqual(samples[field]);
    const record = rawRecord.parse({
      revision: 1,
      checksum: 'c',
      received: '2024-05-01T08:00:00.000Z',
      deleted: false,
      input: JSON.parse(JSON.stringify(storeInput(input))),
    });
    expect(readRawArticle('a', record)?.input.given).toEqual(input.given);
    expect(checksumOf(input)).not.toBe(checksumOf({ ...input, given: others }));
  });

  test.each(fields)('%s changes the document', (field) => {
    expect(documentOf({ [field]: samples[field] })).not.toEqual(documentOf({}));
  });
});
