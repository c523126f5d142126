import type { RawInput } from '../../domain/article.ts';
import { deriveId, findIdFault } from '../../domain/ids.ts';
import type { Order, Submission } from '../../domain/submission.ts';
import type { Delivery } from './delivery.ts';
import { readDelivery } from './index.ts';

/** What the sender asks for beside the article; it goes before what the article's format says. */
export interface Wanted {
  readonly id?: string | undefined;
  /** Goes before ids that only one sender's stories do not share. */
  readonly namespace?: string;
  readonly order?: Order | null;
  /** ISO instant. */
  readonly publishAt?: string | undefined;
  readonly expected?: number | undefined;
}

export type Submitted =
  | { readonly kind: 'submission'; readonly submission: Submission }
  | { readonly kind: 'invalid'; readonly id: string | null; readonly detail: string };

/**
 * An input in any format as a submission: the same story is the same article, in the order of its versions, whichever
 * door it comes through. What its sender withdraws becomes a deletion.
 */
export const submitInput = (input: RawInput, wanted: Wanted = {}): Submitted => {
  const delivery = readDelivery(input);
  const { refused, withdrawn } = delivery;
  const id = wanted.id ?? idOf(delivery, input, wanted.namespace ?? '');
  if (refused) return { kind: 'invalid', id, detail: `${refused.reason}: ${refused.detail}` };
  const fault = findIdFault(id);
  if (fault) return { kind: 'invalid', id: null, detail: `id: ${fault}` };
  const order = wanted.order ?? delivery.order;
  const publishAt = later(wanted.publishAt, delivery.publishAt);
  const submission: Submission = {
    id,
    input: withdrawn === undefined ? input : null,
    bytes: input.content.length,
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...(order ? { order } : {}),
    ...(publishAt === undefined || withdrawn !== undefined ? {} : { publishAt }),
    ...(wanted.expected === undefined ? {} : { expected: wanted.expected }),
  };
  return { kind: 'submission', submission };
};

/** An address that was given, as that of a page, tells the article; then what the format says; then the content. */
const idOf = ({ id, localId }: Delivery, input: RawInput, namespace: string): string => {
  if (input.given.url != null) return deriveId(input);
  if (id !== undefined) return id;
  return localId === undefined ? deriveId(input) : `${namespace}${localId}`;
};

/** An embargo may be made longer from outside, never shorter. */
const later = (one: string | undefined, other: string | undefined): string | undefined => {
  if (one === undefined || other === undefined) return one ?? other;
  return Date.parse(one) > Date.parse(other) ? one : other;
};
