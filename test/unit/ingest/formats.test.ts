import { expect, test } from '@jest/globals';
import { routes } from '../../../api/routes/index.ts';
import { decoders } from '../../../chain/decode/decoders.ts';
import { knownEndings } from '../../../scripts/ingest/files.ts';
import { kindOfType, kinds } from '../../../scripts/ingest/kinds.ts';

const written = routes.find(({ id }) => id === 'putArticle')?.bodies ?? {};

// A format is one file and one line: whatever door it comes through must know it from there.
test.each(decoders)(
  'the format $name is known to files, addresses and the API',
  ({ endings, contentTypes }) => {
    for (const [ending, contentType] of Object.entries(endings ?? {})) {
      expect(kinds.get(ending)).toEqual({ framing: 'document', contentType });
      expect(knownEndings.split(' ')).toContain(`.${ending}`);
    }
    for (const type of contentTypes) {
      expect(kindOfType(type)).toMatchObject({ contentType: type });
      expect(written).toHaveProperty([type]);
    }
  },
);
