const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Inline elements. All others begin and end a line. */
export const INLINE = set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr o:p q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr',
);

/** Elements whose text a reader does not see. */
export const UNSEEN = set(
  'script style noscript template svg math select option datalist canvas audio video iframe object applet map textarea noframes rp rt title head',
);

/** Type that stands out from running text. */
export const EMPHATIC = set('b strong i em u h1 h2 h3 h4 h5 h6 big');

/** Those whose content HTML reads as text, so that it extends to the end of the page if they are not closed. */
export const RAW = set('script style title textarea iframe noembed noframes xmp');
