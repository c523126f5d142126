import { z } from 'zod';
import { personRecord } from './person-edit.ts';
import type { PersonRecord } from './record.ts';

const value = z.object({ value: z.string() });

/** One line of a Wikidata-style NDJSON file: labels and aliases by language; other fields are ignored. */
const entity = z.object({
  id: z.string(),
  country: z.string().nullish(),
  labels: z.record(z.string(), z.union([z.string(), value])),
  aliases: z.record(z.string(), z.array(z.union([z.string(), value]))).default({}),
  roles: z
    .array(
      z.object({
        office: z.string(),
        country: z.string().nullish(),
        from: z.number().nullish(),
        to: z.number().nullish(),
      }),
    )
    .default([]),
});

/** An invalid line of an import; the whole file is refused. */
export class BrokenImport extends Error {
  override readonly name = 'BrokenImport';
  readonly line: number;

  constructor(line: number, detail: string) {
    super(`line ${line}: ${detail}`);
    this.line = line;
  }
}

const longestLine = 1_000_000;
const mostImported = 100_000;

/**
 * Reads persons from Wikidata-style NDJSON: `{"id":"Q1","labels":{"en":"…"},"aliases":{"en":["…"]}}`.
 *
 * @throws {BrokenImport} at the first line that is not a person, repeats an id, or has a name over 200 characters
 */
export const readImport = (text: string): PersonRecord[] => {
  const records = new Map<string, PersonRecord>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const record = readEntity(line, index + 1);
    if (records.has(record.id)) throw new BrokenImport(index + 1, `duplicate id ${record.id}`);
    if (records.size >= mostImported) throw new BrokenImport(index + 1, `more than ${mostImported} persons`);
    records.set(record.id, record);
  }
  return [...records.values()];
};

/**
 * One person.
 *
 * @throws {BrokenImport} with the line's number
 */
export const readEntity = (line: string, number: number): PersonRecord => {
  if (line.length > longestLine) throw new BrokenImport(number, `longer than ${longestLine} characters`);
  try {
    const { id, country, labels, aliases, roles } = entity.parse(JSON.parse(line));
    const text = (each: string | { value: string }): string => (typeof each === 'string' ? each : each.value);
    return personRecord.parse({
      id,
      country: country ?? null,
      names: [
        ...Object.entries(labels).map(([tag, label]) => ({
          form: text(label),
          language: tag.toLowerCase(),
          kind: 'official',
        })),
        ...Object.entries(aliases).flatMap(([tag, all]) =>
          all.map((alias) => ({ form: text(alias), language: tag.toLowerCase(), kind: 'alias' })),
        ),
      ],
      roles: roles.map((role) => ({
        office: role.office,
        country: role.country ?? null,
        from: role.from ?? null,
        to: role.to ?? null,
      })),
    });
  } catch (cause) {
    throw new BrokenImport(number, cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause));
  }
};
