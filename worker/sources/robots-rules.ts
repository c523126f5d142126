/** The product name that robots.txt addresses. */
export const robotName = 'Dateline';

/** Rules for us; a large site has some hundreds. */
const mostRules = 10_000;
/** Characters of rules from their first wildcard on, all together: each is compared with each position of a path. */
const mostWildcardCharacters = 20_000;

interface Line {
  /** Lower case. */
  readonly field: string;
  readonly value: string;
}

/**
 * The rules of a robots.txt that are meant for us, as a text for the parser, which repeats each rule for each name of
 * its group, and compares every rule with every path: a hostile file of 500 kB held the worker for seconds, or took all
 * memory. What goes beyond the bounds is read to the host's favour: more is disallowed, nothing more is allowed.
 */
export const boundRules = (text: string): string =>
  ['User-agent: *', ...bound(rulesForUs(text)).map(({ field, value }) => `${field}: ${value}`)].join('\n');

const linesOf = (text: string): readonly Line[] =>
  text.split(/\r\n|\r|\n/u).flatMap((line) => {
    const [said = ''] = line.split('#', 1);
    const colon = said.indexOf(':');
    const field = said.slice(0, Math.max(0, colon)).trim().toLowerCase();
    return field === '' ? [] : [{ field, value: said.slice(colon + 1).trim() }];
  });

const ours = robotName.toLowerCase();

/** Of our own groups, else of those for everybody (RFC 9309, 2.2.1). */
const rulesForUs = (text: string): readonly Line[] => {
  const rules = new Map<string, Line[]>();
  const named = new Set<string>();
  let isNaming = false;
  for (const line of linesOf(text)) {
    const isName = line.field === 'user-agent';
    if (isName && !isNaming) named.clear();
    isNaming = isName;
    if (isName) named.add((line.value.split('/', 1)[0] ?? '').trim().toLowerCase());
    else if (/^(?:(?:dis)?allow|crawl-delay)$/.test(line.field))
      for (const name of [ours, '*'])
        if (named.has(name))
          rules
            .set(name, rules.get(name) ?? [])
            .get(name)
            ?.push(line);
  }
  return rules.get(ours) ?? rules.get('*') ?? [];
};

const bound = (rules: readonly Line[]): readonly Line[] => {
  let left = mostWildcardCharacters;
  const kept = rules.slice(0, mostRules).flatMap((rule) => {
    const star = rule.value.indexOf('*');
    if (star < 0 || rule.field === 'crawl-delay') return [rule];
    left -= rule.value.length - star;
    if (left >= 0) return [rule];
    return rule.field === 'allow' ? [] : [{ ...rule, value: rule.value.slice(0, star) || '/' }];
  });
  return rules.length > mostRules ? [...kept, { field: 'disallow', value: '/' }] : kept;
};
