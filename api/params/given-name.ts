import { z } from 'zod';

/** A name in a JSON body: not blank, for the document too, which `trim` alone does not tell. */
export const givenName = () =>
  z
    .string()
    .max(200)
    .trim()
    .min(1, 'is empty')
    .meta({ override: { pattern: '\\S' } });
