import { RejectedArticle } from '../../domain/errors.ts';

/** What follows, to the next angle bracket, and whether it ends there. Nothing of it can be read in two ways. */
const DECLARATION = /<!ENTITY([^<>]*)(>|$)?/gi;
const longest = 2000;
/** A name and a text of its own that names no other entity: what feeds write for letters such as `&eacute;`. */
const HARMLESS = /^[\w.-]{1,40}\s+(?:"(?:[^"&%]|&#\w{1,8};){0,40}"|'(?:[^'&%]|&#\w{1,8};){0,40}')\s*$/;

/**
 * Rejects a document type that declares entities which would read files and addresses, or expand. Other declarations
 * are left unresolved: letters with HTML names are decoded by those names.
 *
 * @throws {RejectedArticle} `malformed`
 */
export const checkDeclarations = (source: string): void => {
  for (const [, declaration = '', end] of source.matchAll(DECLARATION))
    if (end === undefined || declaration.length > longest || !isHarmless(declaration))
      throw new RejectedArticle('malformed', 'XML that declares entities of its own');
};

const isHarmless = (declaration: string): boolean =>
  /^\s/.test(declaration) && HARMLESS.test(declaration.trimStart());
