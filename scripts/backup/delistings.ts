import { findIdle } from '../../authorities/people/idle-edits.ts';
import { storedEdit } from '../../authorities/people/person-edit.ts';
import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import { appendToPeopleLog, type PeopleLogEntry, readPeopleLog } from '../../platform/people-log.ts';
import { operatorName } from '../audit.ts';
import { CannotBackUp } from './repository.ts';

/** Ids that the log of edits delists, without those that a later edit lists again. @param state  the index with the log */
export const readDelisted = async (client: Elasticsearch, state: string): Promise<readonly string[]> =>
  delistedIn(await readPeopleLog(client, state));

const delistedIn = (log: readonly PeopleLogEntry[]): readonly string[] => {
  const edits = log.map(({ number, value }) => ({ number, edit: storedEdit.parse(value) }));
  const idle = findIdle(edits);
  const ids = edits.flatMap(({ number, edit }) =>
    edit.action === 'delist' && !idle.has(number) ? edit.id : [],
  );
  return [...new Set(ids)];
};

/**
 * Delists persons again who are not delisted in a restored log.
 *
 * @returns how many
 * @throws {CannotBackUp} if somebody else edits persons meanwhile
 */
export const delistAgain = async (
  client: Elasticsearch,
  state: string,
  ids: readonly string[],
  now: Date,
): Promise<number> => {
  const restored = await readPeopleLog(client, state);
  const delisted = new Set(delistedIn(restored));
  const missing = ids.filter((id) => !delisted.has(id));
  for (const [index, id] of missing.entries()) {
    const number = restored.length + index + 1;
    const entry = { number, at: now.toISOString(), owner: operatorName(), value: { action: 'delist', id } };
    if (!(await appendToPeopleLog(client, state, entry)))
      throw new CannotBackUp('restored, but persons are being edited: delist again who was delisted');
  }
  return missing.length;
};
