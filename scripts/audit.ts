import { hostname, userInfo } from 'node:os';
import type { IndexNames } from '../mappings/names.ts';
import { writeAudit } from '../platform/audit.ts';
import type { Elasticsearch } from '../platform/elasticsearch.ts';

interface Store {
  readonly client: Elasticsearch;
  readonly names: Pick<IndexNames, 'audit'>;
}

/** As many as a batch of the API names in one record. */
const mostSubjects = 500;

/**
 * Notes in the audit what an operator did by a command: who and on which machine, in place of a key. What was done
 * stands; where only the audit fails, that is told (ADR 0057).
 *
 * @param action  as the API names it, where it can do the same
 * @param subjects  ids of what was acted on; nothing is noted where there are none
 */
export const auditCommand = async (
  { client, names }: Store,
  action: string,
  subjects: readonly string[],
  detail: object = {},
): Promise<void> => {
  const about = { key: null, action, address: hostname(), detail: { operator: operatorName(), ...detail } };
  try {
    for (let from = 0; from < subjects.length; from += mostSubjects) {
      const subject = subjects.slice(from, from + mostSubjects);
      await writeAudit(client, names.audit, { ...about, subject }, new Date());
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`done, but the audit could not be written: ${why}\n`);
  }
};

/** A container's user need not have a name. */
export const operatorName = (): string => {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
};
