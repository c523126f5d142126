import { expect, test } from '@jest/globals';
import { buildServiceIndex } from '../../../mappings/service.ts';
import { pendingRecord, rawRecord } from '../../../platform/articles/records.ts';

const mapped = (name: 'raw' | 'history' | 'pending') => {
  const { dynamic, properties } = buildServiceIndex(name).mappings;
  return { dynamic, fields: Object.keys(properties).sort() };
};

// A field that the strict mapping lacks would have every write refused; one that the schema lacks would be lost.
test('what is kept of an article has a field in the mapping, and the other way round', () => {
  const kept = Object.keys(rawRecord.shape).sort();
  expect(mapped('raw')).toEqual({ dynamic: 'strict', fields: kept });
  expect(mapped('history')).toEqual({ dynamic: 'strict', fields: ['id', ...kept].sort() });
  const pending = new Set(pendingRecord.options.flatMap(({ shape }) => Object.keys(shape)));
  expect(mapped('pending')).toEqual({ dynamic: 'strict', fields: [...pending].sort() });
});
