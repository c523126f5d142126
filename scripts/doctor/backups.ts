import { ageOf } from './age.ts';
import { type Check, type Finding, warning } from './finding.ts';

/** A backup is expected at least once a day, plus an hour for how long it takes. */
const longest = 25 * 3_600_000;

/** Whether there is a complete, recent snapshot. */
export const backupsCheck: Check = {
  name: 'backups',
  needs: ['elasticsearch'],
  look: async ({ client, config }) => {
    const repository = `${config.prefix}-backup`;
    const known = await client.snapshot.getRepository({ name: repository }, { ignore: [404] });
    if (!(repository in known)) return [none];
    const { snapshots = [] } = await client.snapshot.get({ repository, snapshot: '_all' });
    const times = snapshots.flatMap(({ state, end_time_in_millis: ended }) =>
      state === 'SUCCESS' ? [Number(ended)] : [],
    );
    const findings: Finding[] = snapshots
      .filter(({ state }) => state === 'FAILED' || state === 'PARTIAL')
      .map(({ snapshot, state }) =>
        warning(
          `the snapshot ${snapshot} is not complete (${state})`,
          'make a new one with `backup`, then delete it',
        ),
      );
    if (times.length === 0) return [...findings, none];
    const age = Date.now() - Math.max(...times);
    if (age > longest)
      findings.push(
        warning(`the last complete backup is ${ageOf(age)} old`, '`backup`, once an hour is cheap'),
      );
    return findings;
  },
};

const none = warning('there is no backup', '`backup`, once an hour is cheap');
