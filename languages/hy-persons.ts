import type { PersonWords } from './profile.ts';
import { splitWords } from './split-words.ts';
import type { TitleGroup } from './titles.ts';

/** Words beside names in Armenian, which has no profile of its own: `und` takes its articles. Its capitals show names. */
export const armenianPersons: PersonWords = {
  modifiers: [],
  after: [],
  never: ['Հայաստանի', 'Հանրապետության', 'Ռուսաստանի', 'Ազգային', 'Ժողովի', 'Եվրոպական', 'Միության'],
};

/** Its titles, with the cases in which they are printed. */
export const armenianTitles: readonly TitleGroup[] = [
  {
    kinds: ['finds'],
    words: splitWords(
      `վարչապետ վարչապետը վարչապետի վարչապետին նախագահ նախագահը նախագահի նախագահին նախարար նախարարը նախարարի նախարարին փոխվարչապետ փոխնախագահ դեսպան դեսպանը խոսնակ պատգամավոր քաղաքապետ պարոն տիկին`,
    ),
  },
];
