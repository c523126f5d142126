import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PeopleRecognizer } from '../../../chain/enrich/people/index.ts';
import { createChain } from '../../../chain/index.ts';
import { families } from '../../train/people-families.ts';

/** How many parts the measured sets are cut into. */
export const parts = 3;

export interface ModelsAside {
  /** The recognizer that has not seen one part of the family's measured sets; trained on first use. */
  readonly load: (family: string, part: number) => PeopleRecognizer;
  readonly remove: () => void;
}

/** Trains each family once without each third of all its measured sets. Thirds are chosen by the SHA-1 of the text. */
export const trainAside = (data: string, labels: string | null, log: (line: string) => void): ModelsAside => {
  const root = mkdtempSync(join(tmpdir(), 'dateline-people-'));
  const progress = watchProgress(families.length * parts, log);
  const script = join(import.meta.dirname, '../../train/people.ts');
  return {
    load: (family, part) => {
      const folder = join(root, `${family}-${part}`);
      if (!existsSync(folder)) {
        progress.begin(`training ${family} without part ${part + 1} of ${parts}`);
        const given = labels ? ['--labels', labels] : [];
        const held = ['--hold-out', `${part}/${parts}`, family];
        const trained = spawnSync(
          process.execPath,
          [script, '--data', data, ...given, '--out', folder, ...held],
          { stdio: ['ignore', 'ignore', 'pipe'] },
        );
        if (trained.status !== 0) throw new Error(`training failed: ${trained.stderr.toString()}`);
        progress.end();
      }
      return createChain({ models: folder }).enrichers.people;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
};

/** Reports which model is being trained and estimates the remaining time. Only training takes long. */
const watchProgress = (models: number, log: (line: string) => void) => {
  let done = 0;
  let begun = 0;
  let spent = 0;
  return {
    begin: (what: string): void => {
      const left =
        done === 0 ? '' : `, about ${Math.ceil(((models - done) * spent) / done / 60_000)} min left`;
      log(`  model ${done + 1} of ${models}: ${what}${left}`);
      begun = Date.now();
    },
    end: (): void => {
      done += 1;
      spent += Date.now() - begun;
    },
  };
};
