/**
 * A link to a path of this service: absolute if its public address is configured, else relative to the address that the
 * reader used. The host of a request is never repeated: caches and mails would spread a forged one.
 *
 * @param origin  `https://host`, or empty
 */
export const linkTo = (path: string, origin: string): string => `${origin}${path}`;

/** A permanent name where only an absolute one is allowed, such as the id of a feed entry. */
export const lastingName = (path: string, origin: string): string =>
  origin === '' ? `urn:dateline:${path.replace(/^\/+/, '')}` : linkTo(path, origin);

/** For lines that are copied elsewhere, where a relative link does not work. */
export const exampleOrigin = (origin: string): string =>
  origin === '' ? 'https://dateline.example' : origin;
