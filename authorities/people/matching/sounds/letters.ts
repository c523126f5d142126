/**
 * What letters sound like, as coarsely as a dozen scripts agree on it: `P` lips, `T` teeth, `K` throat, `S` hissing,
 * `N` nasals, `R` liquids; letters for vowels, breath and glides are silent.
 *
 * Rules are tried in their order at each place of a word, the longest letters first; several sounds are readings
 * that a letter may have.
 */
export interface SoundRule {
  readonly letters: string;
  /** The sounds of each reading; '' is silence. */
  readonly readings: readonly string[];
  /** Only before these letters. */
  readonly before?: RegExp;
}

/** `b p f → P`, one line a reading. */
const read = (lines: string): SoundRule[] =>
  lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [letters = '', sounds = ''] = line.split('→').map((part) => part.trim());
      const readings = sounds.split(' ').map((sound) => (sound === '-' ? '' : sound));
      return letters.split(' ').map((each): SoundRule => ({ letters: each, readings }));
    });

/** Rules by their first letter, the longest first; of equal length the earlier first. */
export type SoundRules = ReadonlyMap<string, readonly SoundRule[]>;

const byLength = (rules: readonly SoundRule[]): SoundRules =>
  Map.groupBy(
    [...rules].sort((one, other) => other.letters.length - one.letters.length),
    ({ letters }) => letters.charAt(0),
  );

/** Latin spelling in newspapers, from any language or system: it has the most readings. */
export const latin = byLength([
  ...['c', 'sc'].map((letters): SoundRule => ({ letters, readings: ['S'], before: /^[eiy]/ })),
  { letters: 'g', readings: ['K', 'S'], before: /^[eiy]/ },
  { letters: 'ng', readings: ['N', 'NK', 'NS'], before: /^[eiy]/ },
  { letters: 'ng', readings: ['N', 'NK'], before: /^[aou]/ },
  ...read(`
    sch tch sh zh cz sz dj dz dzh ts tz zz → S
    ch → S K -
    kh → - K
    gh → K -
    th → T S
    ph → P
    ck → K
    ng → N
    x → S KS
    j → S -
    q → K S
    w → - P
    b p f v → P
    d t → T
    g k c → K
    s z → S
    m n → N
    l r → R`),
]);

export const cyrillic = byLength(
  read(`
    дж дз дч тс тц → S
    б п в ф → P
    д т → T
    г → K -
    ґ к → K
    ж з с ц ч ш щ ђ ћ џ ѕ → S
    м н њ → N
    л р љ → R`),
);

export const greek = byLength(
  read(`
    μπ → P
    ντ → T NT
    γκ γγ → K
    τσ τζ → S
    β π φ → P
    δ τ → T
    θ → T S
    γ → K -
    κ → K
    χ → - S
    ξ → KS
    ψ → PS
    ζ σ ς → S
    μ ν → N
    λ ρ → R`),
);

export const arabic = byLength(
  read(`
    تش → S
    نغ → N NK
    ب ف پ ڤ → P
    ت ط د ض → T
    ث ذ ظ → S T
    ج → S K
    ك ق گ ک → K
    غ → K -
    س ص ز ش چ ژ → S
    م ن → N
    ل ر → R
    و → - P`),
);

export const hebrew = byLength(
  read(`
    טש → S
    וו ו → - P
    ב פ ף → P
    ד ט ת → T
    ג → K S
    כ ך → K -
    ק → K
    ז ס צ ץ ש → S
    מ ם נ ן → N
    ל ר → R`),
);

export const katakana = byLength(
  read(`
    ティ ディ トゥ ドゥ → T
    フ ヴ → P
    バ ビ ブ ベ ボ パ ピ プ ペ ポ → P
    タ テ ト ダ デ ド → T
    カ キ ク ケ コ ガ ギ グ ゲ ゴ → K
    サ シ ス セ ソ ザ ジ ズ ゼ ゾ チ ツ ヂ ヅ → S
    ナ ニ ヌ ネ ノ マ ミ ム メ モ ン → N
    ラ リ ル レ ロ → R`),
);

/** Decomposed letters: those that open a syllable, then those that close it. */
export const hangul = byLength(
  read(`
    ᄇ ᄈ ᄑ ᆸ ᇁ ᆹ → P
    ᄃ ᄄ ᄐ ᆮ ᇀ → T
    ᆺ ᆻ ᆽ ᆾ → T S
    ᄀ ᄁ ᄏ ᆨ ᆩ ᆿ ᆪ → K
    ᄉ ᄊ ᄌ ᄍ ᄎ → S
    ᄂ ᄆ ᆫ ᆷ ᆼ ᆬ ᆭ → N
    ᄅ ᆯ ᆰ ᆱ ᆲ ᆳ ᆴ ᆵ ᆶ → R`),
);

/** Pinyin as it renders foreign names; syllables begin with a capital. */
export const pinyin = byLength(
  read(`
    Er → R
    Zh Ch Sh Z C S Q → S
    J → S K
    X → S -
    W → - P
    B P F → P
    D T → T
    G K → K
    M N n ng → N
    L → R
    R → R S`),
);
