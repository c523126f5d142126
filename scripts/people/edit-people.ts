import { z } from 'zod';
import { checkEdits } from '../../authorities/people/edits.ts';
import { entriesWith } from '../../authorities/people/idle-edits.ts';
import {
  ImpossibleEdit,
  type NumberedEdit,
  type PersonEdit,
  personEdit,
} from '../../authorities/people/person-edit.ts';
import { indexNames } from '../../mappings/names.ts';
import { readConfig } from '../../platform/config.ts';
import { createElasticsearch, type Elasticsearch } from '../../platform/elasticsearch.ts';
import { pause } from '../../platform/pause.ts';
import { appendToPeopleLog, followEveryMs } from '../../platform/people-log.ts';
import { reenrichArticles } from '../../platform/reenrich-articles.ts';
import { prepareStore } from '../../worker/definitions.ts';
import { auditCommand, operatorName } from '../audit.ts';
import { type EditedPeople, readEditedPeople } from './edited-people.ts';

export interface Connected extends EditedPeople {
  readonly client: Elasticsearch;
  readonly names: ReturnType<typeof indexNames>;
}

/** Opens the authority in its current state, and closes it after use. */
export const connected = async <T>(run: (services: Connected) => Promise<T>): Promise<T> => {
  const config = readConfig();
  const client = createElasticsearch(config);
  try {
    await prepareStore(client, config);
    const names = indexNames(config.prefix);
    return await run({ client, names, ...(await readEditedPeople(client, names.state, config)) });
  } finally {
    await client.close();
  }
};

/** Another operator edited the authority at the same moment. */
class LostRace extends Error {
  override readonly name = 'LostRace';
}

export interface Concerned {
  readonly ids?: readonly string[];
  /** Names as printed: articles with one of them are affected. */
  readonly forms?: readonly string[];
}

export interface Edited {
  readonly edits: readonly { readonly number: number; readonly action: PersonEdit['action'] }[];
  /** How many articles will be enriched again. */
  readonly articles: number;
}

/**
 * Validates edits before writing them, then queues the articles that name the edited persons.
 *
 * @throws {ImpossibleEdit} if an edit is invalid or impossible; nothing is written
 * @throws {LostRace} if another edit came in between; no entry of the import takes effect
 */
export const editAuthority = (
  wanted: readonly unknown[],
  { ids = [], forms = [] }: Concerned,
): Promise<Edited> =>
  connected(async (services) => {
    const { client, names, edits, table, people } = services;
    const added = wanted.map((value, index) => ({ number: edits.length + index + 1, edit: readEdit(value) }));
    checkEdits(table, edits, added);
    await write(added, services);
    // Running processes must have the edit before they enrich the articles again.
    await pause(3 * followEveryMs);
    const bearers = forms.flatMap((form) => [
      ...people.unlinkedIds(form),
      ...people.findByName(form).map(({ id }) => id),
    ]);
    const concerned = [...ids, ...undoneIds(added, edits), ...bearers];
    const articles = concerned.length > 0 ? await reenrichArticles(client, names, concerned) : 0;
    return { edits: added.map(({ number, edit: { action } }) => ({ number, action })), articles };
  });

const readEdit = (value: unknown): PersonEdit => {
  const { data, error } = personEdit.safeParse(value);
  if (error) throw new ImpossibleEdit(z.prettifyError(error));
  return data;
};

/** The audit record follows the last entry, because an import takes effect only with its last entry. */
const write = async (added: readonly NumberedEdit[], services: Connected): Promise<void> => {
  const { client, names } = services;
  const at = new Date().toISOString();
  for (const { number, edit: value } of added) {
    const entry = { number, at, owner: operatorName(), value };
    if (!(await appendToPeopleLog(client, names.state, entry)))
      throw new LostRace('another edit was made at the same moment; try again');
  }
  for (const { number, edit } of added)
    await auditCommand(services, `people-${edit.action}`, idsOf(edit), { edit: number });
};

const idsOf = (edit: PersonEdit): readonly string[] => {
  switch (edit.action) {
    case 'merge':
      return [edit.from, edit.into];
    case 'split':
      return [edit.id, edit.to];
    case 'alias':
    case 'delist':
      return [edit.id];
    case 'import':
      return edit.records.map(({ id }) => id);
    case 'undo':
      return [String(edit.edit)];
  }
};

/** The persons whom a reverted edit affected. */
const undoneIds = (added: readonly NumberedEdit[], edits: readonly NumberedEdit[]): readonly string[] =>
  added
    .flatMap(({ edit }) => (edit.action === 'undo' ? entriesWith(edits, edit.edit) : []))
    .flatMap((number) => {
      const undone = edits.find((each) => each.number === number)?.edit;
      return undone && undone.action !== 'undo' ? idsOf(undone) : [];
    });
