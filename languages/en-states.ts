import { splitWords } from './split-words.ts';

const american = splitWords(
  `ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md. mass. mich. minn. miss. mo. mont. neb. nev. n.h. n.j. n.m. n.y. n.c. n.d. okla. ore. pa. r.i. s.c. s.d. tenn. tex. vt. va. wash. w.va. wis. wyo. d.c. alaska hawaii idaho iowa maine ohio texas utah alabama arizona arkansas california colorado connecticut delaware florida illinois indiana kansas kentucky louisiana maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada oklahoma oregon pennsylvania tennessee vermont virginia washington wisconsin wyoming`,
);

const canadian = splitWords(
  `ont. que. b.c. alta. man. sask. n.s. n.b. n.l. p.e.i. ontario quebec alberta manitoba saskatchewan`,
);

/** States and provinces as the Associated Press prints them after a city, and in full, except Georgia, which is a country too. */
export const stateWords: Readonly<Record<string, string>> = Object.fromEntries([
  ...american.map((state) => [state, 'US']),
  ...canadian.map((province) => [province, 'CA']),
]);
