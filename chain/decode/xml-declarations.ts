import { RejectedArticle } from '../../domain/errors.ts';

const DECLARATION = /<!ENTITY\s+([^<>]{0,2000})(?:>|$)/gi;
/** A name and a text of its own that names no other entity: what feeds write for letters such as `&eacute;`. */
const HARMLESS = /^[\w.-]{1,40}\s+(?:"(?:[^"&%]|&#\w{1,8};){0,40}"|'(?:[^'&%]|&#\w{1,8};){0,40}')\s*$/;

/**
 * Rejects a document type that declares entities which would read files and addresses, or expand. Other declarations
 * are left unresolved: letters with HTML names are decoded by those names.
 *
 * @throws {RejectedArticle} `malformed`
 */
export const checkDeclarations = (source: string): void => {
  if (!/<!ENTITY/i.test(source)) return;
  let harmless = 0;
  for (const [, declaration = ''] of source.matchAll(DECLARATION))
    if (HARMLESS.test(declaration)) harmless += 1;
  if (harmless < (source.match(/<!ENTITY/gi)?.length ?? 0))
    throw new RejectedArticle('malformed', 'XML that declares entities of its own');
};
