import type { RawInput } from '../../domain/article.ts';
import { deriveId, findIdFault } from '../../domain/ids.ts';
import type { Order, Submission } from '../../domain/submission.ts';
import type { Delivery } from './delivery.ts';
import { readDelivery } from './index.ts';

/** What the sender requests in addition to the article; it overrides what the article's format says. */
export interface Wanted {
  readonly id?: string | undefined;
  /** Prefix for ids that are unique only within one sender's stories. */
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
 * An input in any format as a submission: the same story is the same article, in the order of its versions, for every
 * way in. A withdrawal by the sender becomes a deletion.
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

/** The given address of a page identifies the article; else what the format says; else the content. */
const idOf = ({ id, localId }: Delivery, input: RawInput, namespace: string): string => {
  if (input.given.url != null) return deriveId(input);
  if (id !== undefined) return id;
  return localId === undefined ? deriveId(input) : `${namespace}${localId}`;
};

/** A request may extend an embargo, never shorten it. */
const later = (one: string | undefined, other: string | undefined): string | undefined => {
  if (one === undefined || other === undefined) return one ?? other;
  return Date.parse(one) > Date.parse(other) ? one : other;
};
