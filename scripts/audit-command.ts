import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { z } from 'zod';
import { type AuditHeads, verifyAudit } from '../platform/verify-audit.ts';
import { withStore } from './open-store.ts';

/** `npm run dateline -- audit`. */
export const auditCommandLine = new Command('audit')
  .description('check the audit')
  .addHelpText('after', '\nExit: 0 complete, 1 records were changed or are missing, 2 wrong call.');

auditCommandLine
  .command('verify')
  .description('follow every chain of hashes; --heads also finds records cut off at the end')
  .option(
    '--heads <file>',
    'last records as of the last call; keep it where users of the cluster cannot write',
  )
  .option('--json', 'lines of JSON')
  .action(({ heads: file, json }: { heads?: string; json?: true }) =>
    withStore(async ({ client, names }) => {
      const verdict = await verifyAudit(client, names.audit, file === undefined ? {} : readHeads(file));
      const { records, unchained, faults, heads } = verdict;
      if (json) process.stdout.write(`${JSON.stringify({ records, unchained, faults })}\n`);
      else {
        for (const { chain, number, fault } of faults) process.stdout.write(`${chain} ${number}: ${fault}\n`);
        process.stdout.write(`${records} records, ${unchained} without a chain, ${faults.length} faults\n`);
      }
      if (faults.length > 0) process.exitCode = 1;
      else if (file !== undefined) writeFileSync(file, `${JSON.stringify(heads, null, 2)}\n`);
    }),
  );

const headsFile = z.record(z.string(), z.object({ number: z.number().int(), hash: z.string() }));

const readHeads = (file: string): AuditHeads =>
  existsSync(file) ? headsFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
