/** How the newspapers of one language write Slavic names; marks on Latin letters are left out, as names are compared. */
interface Habit {
  /** One spelling for each of `letters`. */
  readonly spellings: string;
  /** е at the beginning and after vowels. */
  readonly ye: string;
  /** At the end: -ий, -ый, and Ukrainian -ий. */
  readonly endings: string;
  /** с between vowels, if it differs from с elsewhere. */
  readonly s?: string;
  /** -ин at the end, if it differs. */
  readonly in?: string;
  /** е, ю, я after consonants, if they differ. */
  readonly soft?: Readonly<Record<string, string>>;
}

const letters = [...'абвгдежзийклмнопрстуфхцчшщыэюяёіїєґў'];

const habits: Readonly<Record<string, Habit>> = {
  de: {
    spellings: 'a b w g d e sch s i i k l m n o p r s t u f ch z tsch sch schtsch y e ju ja jo i ji je g u',
    ye: 'je',
    endings: 'i y yj',
    s: 'ss',
  },
  fr: {
    spellings: 'a b v g d e j z i i k l m n o p r s t ou f kh ts tch ch chtch y e iou ia io i i ie g ou',
    ye: 'e',
    endings: 'i y y',
    s: 'ss',
    in: 'ine',
  },
  es: {
    spellings: 'a b v g d e zh z i i k l m n o p r s t u f j ts ch sh sch i e yu ya io i i ie g u',
    ye: 'ye',
    endings: 'i i i',
  },
  /** And Italian. */
  cs: {
    spellings: 'a b v g d e z z i j k l m n o p r s t u f ch c c s sc y e ju ja jo i ji je g u',
    ye: 'e',
    endings: 'ij yj yj',
  },
  pl: {
    spellings: 'a b w g d e z z i j k l m n o p r s t u f ch c cz sz szcz y e ju ja jo i ji je g u',
    ye: 'je',
    endings: 'i y i',
    soft: { е: 'ie', ю: 'iu', я: 'ia' },
  },
  nl: {
    spellings: 'a b v g d e zj z i j k l m n o p r s t oe f ch ts tsj sj sjtsj y e joe ja jo i ji je g oe',
    ye: 'je',
    endings: 'i y y',
  },
  sv: {
    spellings: 'a b v g d e zj z i j k l m n o p r s t u f ch ts tj sj sjtj y e ju ja jo i ji je g u',
    ye: 'je',
    endings: 'ij yj yj',
  },
  tr: {
    spellings: 'a b v g d e j z i y k l m n o p r s t u f h ts c s sc i e yu ya yo i yi ye g u',
    ye: 'ye',
    endings: 'iy iy iy',
  },
};

/** A habit with its spellings by letter. */
const tables = Object.values(habits).map((habit) => {
  const spellings = habit.spellings.split(' ');
  return { ...habit, of: new Map(letters.map((letter, at) => [letter, spellings[at] ?? ''])) };
});

const slavic = /^[а-щыэюяёьъіїєґў]+$/u;
/** Letters that Russian lacks, and the commonest endings of surnames. */
const ukrainian = /[іїєґ]|[сц]ьк/u;
const vowels = 'аеиоуыэюяёіїє';
const hushing = 'жшчщц';

/**
 * A Slavic name as other languages spell it: Зеленський is Selenskyj in German, Zelenski in Spanish and Polish.
 *
 * @param tokens  of a name, as `nameTokens` gives them
 * @returns each spelling once; none if a token is not Slavic
 */
export const slavicSpellings = (tokens: readonly string[]): readonly (readonly string[])[] => {
  if (tokens.length === 0 || !tokens.every((token) => slavic.test(token))) return [];
  const isUkrainian = tokens.some((token) => ukrainian.test(token));
  const readings = isUkrainian ? [tokens] : [tokens, tokens.map(withYo)];
  const spelled = readings.flatMap((name) =>
    tables.map((habit) => name.map((token) => spell(token, habit, isUkrainian))),
  );
  return [...new Map(spelled.map((name) => [name.join(' '), name])).values()];
};

/** Names are compared without the dots of ё, but Горбачёв is Gorbatschow. */
const withYo = (token: string): string => token.replace(/(?<=[жшчщ])ев$/u, 'ёв');

type Table = (typeof tables)[number];

const spell = (token: string, habit: Table, isUkrainian: boolean): string => {
  const [russian = '', hard = '', own = ''] = habit.endings.split(' ');
  const endings: Readonly<Record<string, string | undefined>> = {
    ий: isUkrainian ? own : russian,
    ый: hard,
    ій: own,
    ин: isUkrainian ? undefined : habit.in,
  };
  const ending = token.length > 3 ? endings[token.slice(-2)] : undefined;
  const stem = ending === undefined ? token : token.slice(0, -2);
  return [...stem].map((letter, at) => write(letter, stem, at, habit, isUkrainian)).join('') + (ending ?? '');
};

const write = (letter: string, word: string, at: number, habit: Table, isUkrainian: boolean): string => {
  const plain = habit.of.get(letter) ?? '';
  const before = word.charAt(at - 1);
  const behindConsonant = before !== '' && !vowels.includes(before) && !'ьъ'.includes(before);
  if (isUkrainian && letter === 'и') return habit.of.get('ы') ?? plain;
  if (isUkrainian && letter === 'г') return 'h';
  if (letter === 'е' && !isUkrainian && !behindConsonant) return habit.ye;
  if (letter === 'с' && vowels.includes(before || ' ') && vowels.includes(word.charAt(at + 1) || ' '))
    return habit.s ?? plain;
  if (letter === 'ё' && hushing.includes(before || ' ')) return 'o';
  if (!isUkrainian && behindConsonant && !`${hushing}л`.includes(before))
    return habit.soft?.[letter] ?? plain;
  return plain;
};
