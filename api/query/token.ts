import type { Span } from './tree.ts';

export const fieldNames = [
  'title',
  'body',
  'person',
  'agency',
  'publisher',
  'place',
  'lang',
  'date',
] as const;
export type FieldName = (typeof fieldNames)[number];

export type Token = Span &
  (
    | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'end' }
    | { readonly kind: 'near'; readonly distance: number }
    | { readonly kind: 'word'; readonly text: string; readonly form: 'plain' | 'exact' | 'prefix' }
    | { readonly kind: 'phrase'; readonly text: string }
    /** The field's name and colon. */
    | { readonly kind: 'field'; readonly name: FieldName }
    /** What stands after `date:` and `lang:`, unread. */
    | { readonly kind: 'value'; readonly text: string }
  );
