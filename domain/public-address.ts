/**
 * A link to a path of this service: absolute where its public address is configured, else relative to wherever the
 * reader reached it. What a request says of its host is never repeated: caches and mails would carry a forged one on.
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
