import { valueFacetNames } from '../../facets/names.ts';

/** Search parameters that an attribute of the tag may set; several values are separated by commas. */
const presets = ['person', 'agency', 'lang', 'from-date', 'to-date'] as const;

/** All attributes whose changes the box observes. */
export const attributes = ['src', 'label', 'ui-lang', ...presets] as const;

const filterNames: readonly string[] = [...valueFacetNames, 'from-date', 'to-date'];

export const isFilter = ([name]: readonly [string, unknown]): boolean => filterNames.includes(name);

/** Parameters that the attributes of the tag add to every search. */
export const presetsOf = (host: HTMLElement): [string, string][] =>
  presets.flatMap((name) =>
    (host.getAttribute(name) ?? '')
      .split(',')
      .map((value) => value.trim())
      .filter((value) => value !== '')
      .map((value): [string, string] => [name, value]),
  );

/** The language set for the box, or that of its surroundings. */
export const tagOf = (host: HTMLElement): string =>
  host.getAttribute('ui-lang') ?? host.parentElement?.closest('[lang]')?.getAttribute('lang') ?? '';

/** `fromDate` for `from-date`. `lang` is a property of every element already. */
export const propertyOf = (attribute: string): string =>
  attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
