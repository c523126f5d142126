import { readFileSync } from 'node:fs';
import { join } from 'node:path';

let groups: ReadonlyMap<string, ReadonlySet<number>> | null = null;

/** Whether two normalized given names are equivalent: `bill` and `william`, `ivan` and `john`. */
export const areEquivalent = (one: string, other: string): boolean => {
  groups ??= readGroups();
  const own = groups.get(one);
  const theirs = groups.get(other);
  if (!own || !theirs) return false;
  for (const group of own) if (theirs.has(group)) return true;
  return false;
};

const readGroups = (): ReadonlyMap<string, ReadonlySet<number>> => {
  const table = new Map<string, Set<number>>();
  const lines = readFileSync(join(import.meta.dirname, 'given-names.tsv'), 'utf8').split('\n');
  for (const [group, line] of lines.entries())
    if (!line.startsWith('#'))
      for (const name of line.split(' ').filter((word) => word !== ''))
        table.set(name, (table.get(name) ?? new Set()).add(group));
  return table;
};
