import { isAlive, readReindexState } from '../../platform/reindex-state.ts';
import { ageOf } from './age.ts';
import { type Check, fault, warning } from './finding.ts';

/** An abandoned reindex: its new indices take disk space, and every write goes there too. */
export const reindexCheck: Check = {
  name: 'reindex',
  needs: ['elasticsearch'],
  look: async ({ client, names }) => {
    const found = await readReindexState(client, names.state);
    if (!found || isAlive(found)) return [];
    const { phase, owner, from } = found.state;
    if (phase === 'done' || phase === 'abandoned') return [];
    const age = ageOf(Date.now() - Date.parse(found.at));
    const advice = '`reindex --resume` continues it, `reindex --abandon` gives it up';
    if (owner === null)
      return [warning(`a reindex (${from}) was stopped ${age} ago and is not done`, advice)];
    const severity = phase === 'copy' ? warning : fault;
    return [
      severity(`${owner}, which reindexed (${from}, ${phase}), gave no sign of life for ${age}`, advice),
    ];
  },
};
