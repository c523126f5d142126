import { nameFacetNames, type ValueFacetName } from '../facets/names.ts';
import type { Span, TextField } from './tree.ts';

export type FieldName = TextField | ValueFacetName | 'date';

export const fieldNames: readonly FieldName[] = ['title', 'body', ...nameFacetNames, 'lang', 'date'];

export type Token = Span &
  (
    | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'end' }
    | { readonly kind: 'near'; readonly distance: number }
    | { readonly kind: 'word'; readonly text: string; readonly form: 'plain' | 'exact' | 'prefix' }
    /** `prefix`: its last word is a prefix. */
    | { readonly kind: 'phrase'; readonly text: string; readonly prefix: boolean }
    /** The field's name and colon. */
    | { readonly kind: 'field'; readonly name: FieldName }
    /** The raw value after `date:` and `lang:`. */
    | { readonly kind: 'value'; readonly text: string }
  );

/** The result of reading a token: the token, or the position up to which there is none. */
export type Read = Token | { readonly kind: 'skip'; readonly end: number };
