import { expect, test } from '@jest/globals';
import { bindSubmission } from '../../../api/ingest/bind.ts';
import { OutOfBound } from '../../../api/ingest/errors.ts';
import { loadAgencies } from '../../../authorities/agencies/index.ts';
import { submission } from '../../support/installation.ts';

const agencies = loadAgencies();
const boundTo = (...ids: string[]) => ({ bound: { namespaces: [], agencies: ids } });
const text = 'LONDON, May 3 (Reuters) - A bridge opened.';

test('what a key of one agency sends without an agency is of that agency, whatever the text credits', () => {
  const bound = bindSubmission(submission('a', { title: 'A', body: text }), boundTo('xinhua'), agencies);
  expect(bound).toMatchObject({ owner: ['xinhua'], input: { given: { agency: ['xinhua'], body: text } } });
});

test('a key of several agencies leaves the choice to the text, and each key refuses other agencies', () => {
  const several = boundTo('xinhua', 'tass');
  const given = submission('a', { title: 'A', body: text });
  expect(bindSubmission(given, several, agencies).input?.given.agency).toBeUndefined();
  const foreign = submission('a', { title: 'A', body: text, agency: ['Reuters'] });
  expect(() => bindSubmission(foreign, several, agencies)).toThrow(OutOfBound);
});
