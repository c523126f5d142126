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
 * Records an operator's command in the audit, with user and machine instead of a key. If only the audit fails, the
 * command reports it and its effect remains (ADR 0057).
 *
 * @param action the API's name for it, if the API can do the same
 * @param subjects ids of the objects; without any, nothing is recorded
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
