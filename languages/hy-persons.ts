import type { PersonWords } from './profile.ts';

/** Words beside names in Armenian, which has no profile of its own: `und` takes its articles. Its capitals show names. */
export const armenianPersons: PersonWords = {
  titles: [
    'վարչապետ',
    'վարչապետը',
    'վարչապետի',
    'վարչապետին',
    'նախագահ',
    'նախագահը',
    'նախագահի',
    'նախագահին',
    'նախարար',
    'նախարարը',
    'նախարարի',
    'նախարարին',
    'փոխվարչապետ',
    'փոխնախագահ',
    'դեսպան',
    'դեսպանը',
    'խոսնակ',
    'պատգամավոր',
    'քաղաքապետ',
    'պարոն',
    'տիկին',
  ],
  modifiers: [],
  after: [],
  never: ['Հայաստանի', 'Հանրապետության', 'Ռուսաստանի', 'Ազգային', 'Ժողովի', 'Եվրոպական', 'Միության'],
};
