import { expect, test } from '@jest/globals';
import { parseQuery } from '../../../api/query/parse.ts';
import { describeQuery } from '../../../api/search/describe-query.ts';
import { loadAgencies } from '../../../authorities/agencies/index.ts';
import { peopleOf } from '../../../authorities/people/index.ts';
import { loadPlaces } from '../../../authorities/places/index.ts';
import { loadPublishers } from '../../../authorities/publishers/index.ts';

const agencies = loadAgencies();
const authorities = {
  agencies,
  people: peopleOf([]),
  places: loadPlaces(),
  publishers: loadPublishers(agencies),
};

test.each([
  ['port -bridge', 'all', 'about port without bridge', ''],
  ['port date:2019-12..2020-01', 'all', 'about port', 'from December 2019 to January 2020'],
  ['port AND agency:xinhua AND sea', 'all', 'about port and sea', 'from Xinhua'],
  ['port agency:(xinhua OR tass)', 'all', 'about port', 'from Xinhua or from TASS'],
  ['agency:(xinhua OR tass)', 'all', '', 'from Xinhua or from TASS'],
  ['lang:ru', 'all', '', 'in Russian'],
  ['NOT port', 'all', '', 'without port'],
  ['port OR lang:ru', 'all', 'about port or in Russian', ''],
  ['port agency:xinhua', 'any', 'about any of the words port from Xinhua', ''],
] as const)('%s (%s)', (written, match, about, limits) => {
  const described = describeQuery(parseQuery(written), match, { language: 'en' }, authorities);
  expect([described.about.join(), described.limits.join()]).toEqual([about, limits]);
});
