/**
 * Function words, months and the like that only one of similar languages has, by language. The n-grams do not see where
 * a word ends, and little else distinguishes short sentences of Hindi and Marathi, of Czech and Slovak without accents,
 * or of Croatian, Bosnian and Serbian in Latin script.
 */
const words: Readonly<Record<string, string>> = {
  hi: 'है हैं हूँ था थे थी और का के की को में से ने यह वह नहीं एक लिए साथ भी कर हो गया गई तो पर',
  mr: 'आहे आहेत होते होता होती आणि व हे हा ही ते मी नाही नाहीत येथे पासून मध्ये चे च्या ला एका अशी असे असते करत',
  cs: 'se ze pro jsou nebo jsem který která které jako byl byla bylo když ale ktery ktera ktere kdyz jeste ještě při tech techto těch',
  sk: 'sa zo pre sú alebo som ktorý ktorá ktoré ako bol bola bolo keď su ktory ktora ktore ked ešte',
  hr: 'tko što gdje ovdje nakon prije uvijek vrijeme mjesto dvije tjedan tjedna sljedeće posljednje riječ vijesti svijet svijeta dio sigurnost vanjskih obrane tisuća tisuće tisuću milijun milijuna općina općine također posto tijekom unatoč izvješće priopćio tvrtka predsjednik predsjednika siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca',
  bs: 'gdje ovdje poslije prije uvijek vrijeme mjesto dvije sedmica sedmice sedmicu općina općine hiljada hiljade hiljadu miliona šta ko također saopćio bh bih januara februara marta juna jula augusta septembra oktobra novembra decembra',
  sr: 'gde ovde posle pre uvek vreme mesto dve nedelje nedelju sledeće poslednje reč reči vesti svet sveta deo bezbednost bezbednosti spoljnih odbrane hiljada hiljade hiljadu milion miliona opština opštine takođe odsto procenata šta ko biće uopšte saopštio saopšteno evra predsednik predsednika čovek dete cele celu celoj januara februara marta juna jula avgusta septembra oktobra novembra decembra',
};

const sets: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(words).map(([code, list]) => [code, new Set(list.split(' '))]),
);

/** The weight of one such word, in natural logarithms. */
const WORTH = 2;
const MOST = 20;

/** The evidence of small words for a language, 0 if none is listed for it. */
export const tellingWords = (code: string, text: readonly string[]): number => {
  const own = sets.get(code);
  return own === undefined ? 0 : WORTH * Math.min(MOST, text.filter((word) => own.has(word)).length);
};
