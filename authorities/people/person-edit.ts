import { z } from 'zod';
import { longestName, normalizeName } from './matching/normalize-name.ts';
import { nameKinds } from './record.ts';

const id = z.string().regex(/^[A-Za-z][A-Za-z0-9]*(:[A-Za-z0-9-]{1,80})?$/u, 'no person id');
const language = z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/u, 'no language tag');
/** Broken bytes, control characters and bidi overrides: they would be in every label. */
const unprintable = /[\uFFFD\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const storedForm = z
  .string()
  .max(longestName, `longer than ${longestName} characters`)
  .refine((text) => normalizeName(text) !== '', 'holds no letter');
const printableForm = storedForm.refine(
  (text) => !unprintable.test(text),
  'contains characters that cannot be printed',
);
const year = z.number().int().min(1500).max(2200).nullable();
const role = z.object({
  office: z.string().max(60),
  country: z.string().max(10).nullable(),
  from: year,
  to: year,
});

const recordWith = (form: z.ZodString) =>
  z.object({
    id,
    country: z.string().max(10).nullable(),
    names: z.array(nameWith(form)).min(1).max(500),
    roles: z.array(role).max(200),
  });

const nameWith = (form: z.ZodString) => z.object({ form, language, kind: z.enum(nameKinds) });

const editWith = (form: z.ZodString) =>
  z.discriminatedUnion('action', [
    z.object({
      action: z.literal('merge'),
      from: z.union([id, z.string().regex(/^name:.{1,200}$/u)]),
      into: id,
    }),
    z.object({ action: z.literal('split'), id, to: id, names: z.array(form).min(1).max(100) }),
    z.object({ action: z.literal('alias'), id, name: nameWith(form) }),
    z.object({
      action: z.literal('import'),
      records: z.array(recordWith(form)).min(1).max(500),
      /** Of an import in several entries: it applies once all of them are in the log, and is reverted as one. */
      batch: z.object({ id: z.string().min(1).max(60), parts: z.number().int().min(1).max(1000) }).optional(),
    }),
    /** Hides a person and their names without a record: no page, suggestion, facet value or search. */
    z.object({ action: z.literal('delist'), id: z.union([id, z.string().regex(/^name:.{1,200}$/u)]) }),
    z.object({ action: z.literal('undo'), edit: z.number().int().positive() }),
  ]);

export const personRecord = recordWith(printableForm);

/** An operator's edit of the authority; kept forever, in order; a later edit can revert it. */
export const personEdit = editWith(printableForm);
export type PersonEdit = z.infer<typeof personEdit>;

/** An edit as stored in the log. Edits made under earlier, laxer rules are stored there too, and stay valid. */
export const storedEdit = editWith(storedForm);

export interface NumberedEdit {
  /** From 1, without gaps: the order in which edits apply. */
  readonly number: number;
  readonly edit: PersonEdit;
}

/** An impossible edit: it names an unknown person, or would merge a person into themselves. */
export class ImpossibleEdit extends Error {
  override readonly name = 'ImpossibleEdit';
}
