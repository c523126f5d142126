/**
 * Feature templates by name. A template's place in its list is its column and part of its hash: adding, removing or moving one
 * changes every feature after it, and so the fingerprint that models are bound to.
 */
type Columns<Name extends string> = Readonly<Record<Name, number>>;

const numbered = <Name extends string>(names: readonly Name[]): Columns<Name> => {
  const columns: Partial<Record<Name, number>> = {};
  names.forEach((name, at) => {
    columns[name] = at;
  });
  return columns as Columns<Name>;
};

const wordNames = [
  'word',
  'before',
  'behind',
  'twoBefore',
  'twoBehind',
  'beforeAndWord',
  'wordAndBehind',
  'shape',
  'shapeAndBefore',
  'shapeAndBehind',
  'shapesAround',
  'shapesBefore',
  'shapesBehind',
  'listed',
  'lastTwo',
  'lastThree',
  'lastFour',
  'firstTwo',
  'firstThree',
  'withoutLastTwo',
  'withoutLastThree',
  'namedAndCommon',
  'namedAndBefore',
  'namedAndBehind',
  'namedAround',
  'namedAtAllAndShape',
  'listedAsOther',
  'listedAsOtherBehind',
  'commonAndLower',
  'commonAndOpening',
  'lowerOpeningNamed',
  'cue',
  'cueBeforeNamed',
  'cueBeforeShape',
  'cuesBefore',
  'cueBehindNamed',
  'cuesBehind',
  'cuesBeforeAndShapes',
  'cuesAroundShape',
  'beforeAndShape',
  'behindAndShape',
  'twoBeforeAndShape',
  'twoBehindAndShape',
  'beforeAndNamed',
  'behindAndNamed',
  'languageAndShape',
  'languageAndShapes',
  'languageAndNamed',
  'languageAndNamedAround',
  'exactWord',
  'line',
  'lastThreeAndShapes',
  'lastThreeBehind',
  'lastThreeBefore',
  'cuesAroundListed',
  'gaps',
] as const;

/** For each distributional grouping of words. */
const groupNames = [
  'group',
  'groupBefore',
  'groupBehind',
  'groupBeforeAndShape',
  'groupBehindAndShape',
] as const;

const nearNames = [
  'threeBefore',
  'twoBefore',
  'before',
  'character',
  'behind',
  'twoBehind',
  'threeBehind',
  'pairThreeBefore',
  'pairTwoBefore',
  'pairBefore',
  'pairBehind',
  'pairTwoBehind',
  'pairThreeBehind',
  'threeUpToHere',
  'threeAround',
  'threeFromHere',
  'types',
  'typesFromTwoBefore',
  'typesOfFive',
  'typesOfSeven',
  'word',
  'wordsBefore',
  'wordsBehind',
  'wordsAround',
  'printedWord',
  'printedWordBefore',
  'printedWordBehind',
  'wordAndWordBefore',
  'wordAndWordBehind',
  'wordAndBothWords',
  'wordAndPrintedBefore',
  'wordAndPrintedBehind',
  'named',
  'namedBefore',
  'namedBehind',
  'namedCharacter',
  'namedWord',
  'namedTwoBehindOther',
  'namedAndPrintedBehind',
  'namedAndPrintedBefore',
  'namedTypeAndBehind',
  'pairBeforeAndType',
  // Models were trained with two empty columns here.
  'unused',
  'unusedToo',
] as const;

const farNames = [
  'titleBehindAndType',
  'titleBehindAndNamed',
  'titleBeforeAndType',
  'titleBeforeAndNamed',
  'titlesAndTypes',
  'placeAndNamed',
  'placeAndWord',
  'placesAndTitle',
  'runAndType',
  'runAndPrintedBehind',
  'runAndTwoBehind',
  'runAndBothSides',
  'runAndLast',
  'runAndLastTwo',
  'runAndFirst',
  'readingAndType',
] as const;

const companyNames = [
  'first',
  'second',
  'firstAndSecond',
  'firstBefore',
  'firstBehind',
  'beforeAndType',
  'behindAndType',
  'secondBefore',
  'secondBehind',
  'kinds',
  'kindsBefore',
  'kindsBehind',
  'kindsAround',
  'names',
  'namesAndKinds',
  'pairs',
  'pairsAndNames',
  'pairAndBehind',
  'beyondBehind',
  'beyondBefore',
  'twoBehind',
  'twoBefore',
  'bothSides',
  'firstAndPair',
  'aloneBefore',
  'aloneBehind',
  'aloneAround',
  'aloneTwoBehind',
] as const;

export const wordColumns = numbered(wordNames);
export const groupColumns = numbered(groupNames);
export const nearColumns = numbered(nearNames);
export const farColumns = numbered(farNames);
export const companyColumns = numbered(companyNames);

export const widths = {
  word: wordNames.length,
  group: groupNames.length,
  near: nearNames.length,
  far: farNames.length,
  company: companyNames.length,
} as const;

/** Every template in order, for scripts with spaces between words and for those without. */
export const templateNames = {
  words: [...wordNames, ...groupNames],
  characters: [...nearNames, ...farNames, ...companyNames],
} as const;
