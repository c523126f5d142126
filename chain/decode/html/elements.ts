const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that stand within a line. Everything else begins and ends one. */
export const INLINE = set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr o:p q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr',
);

/** Elements whose text is no part of what a reader sees. */
export const UNSEEN = set(
  'script style noscript template svg math select option datalist canvas audio video iframe object applet map textarea noframes rp rt title head',
);

/** Type that stands out from running text. */
export const EMPHATIC = set('b strong i em u h1 h2 h3 h4 h5 h6 big');

/** Elements of it whose content HTML reads as text, so that it goes on to the end where they are not closed. */
export const RAW = set('script style title textarea iframe noembed noframes xmp');
