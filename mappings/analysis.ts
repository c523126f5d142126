import type { CustomAnalyzer, LanguageAnalysis } from '../languages/profile.ts';

/**
 * The analyzers of one language's index: its profile, with filters that all languages share. Texts are indexed with
 * hyphenated compounds whole and in parts (`cease-fire`: cease, fire, ceasefire); a query searches whole words.
 */
export const buildAnalysis = (analysis: LanguageAnalysis) => ({
  char_filter: { ...characters(analysis), ...analysis.charFilters },
  tokenizer: { ...analysis.tokenizers },
  filter: { ...words(analysis), ...analysis.filters },
  analyzer: {
    text: ofTexts(analysis, analysis.text),
    text_search: ofQueries(analysis, analysis.textSearch ?? analysis.text),
    exact: ofTexts(analysis, analysis.exact, analysis.digraphs === 'none' ? [] : ['spellings']),
    exact_search: ofQueries(
      analysis,
      analysis.exactSearch ?? analysis.exact,
      analysis.digraphs === 'none' ? [] : ['spellings_asked'],
    ),
    ...(analysis.bigram ? { bigram: custom(analysis.bigram) } : {}),
  },
});

const custom = ({ charFilters = [], tokenizer, first = [], filters }: CustomAnalyzer) => ({
  type: 'custom',
  char_filter: charFilters,
  tokenizer,
  filter: [...first, ...filters],
});

const ofTexts = (analysis: LanguageAnalysis, given: CustomAnalyzer, last: readonly string[] = []) =>
  analysis.unspaced
    ? custom(given)
    : custom({
        ...given,
        charFilters: ['composed', ...(given.charFilters ?? []), 'signs', 'stops', 'thousands', 'joints'],
        first: [
          ...(given.first ?? []),
          'parts',
          'flatten_graph',
          ...(analysis.capitals ? ['capitals'] : []),
          ...last,
        ],
      });

const ofQueries = (analysis: LanguageAnalysis, given: CustomAnalyzer, last: readonly string[] = []) =>
  analysis.unspaced
    ? custom(given)
    : custom({
        ...given,
        charFilters: ['composed', ...(given.charFilters ?? []), 'signs', 'stops', 'thousands', 'no_joints'],
        first: [...(given.first ?? []), 'whole', ...(analysis.capitals ? ['capitals_asked'] : []), ...last],
      });

const characters = ({ unspaced }: LanguageAnalysis) =>
  unspaced
    ? {}
    : {
        /** Composes letters and their combining marks, as keyboards write them. */
        composed: { type: 'icu_normalizer', name: 'nfc' },
        signs: { type: 'mapping', mappings: signs },
        /** `ended.Officials`: a full stop without a space after it. */
        stops: {
          type: 'dateline_replace',
          pattern: '\\.(?<=[\\p{Ll}\\p{Lo}\\p{M}]{2}\\.)(?=[\\p{Lu}\\p{Lo}])',
          replacement: ' ',
        },
        /** 1,000, 1.000 and 1 000 are 1000. */
        thousands: {
          type: 'dateline_replace',
          pattern: "[.,'\\u00A0\\u202F](?<=\\p{Nd}.)(?=\\p{Nd}{3}(?!\\p{Nd}))",
          replacement: '',
        },
        /** Characters that join words become the one character that tokenizers keep inside a token. */
        joints: {
          type: 'dateline_replace',
          pattern: '[-\\u2010\\u2011\\u2013](?<=[\\p{L}\\p{N}\\p{M}].)(?=[\\p{L}\\p{N}])',
          replacement: '_',
        },
        no_joints: { type: 'mapping', mappings: ['_ => \\u0020'] },
      };

/** One character for all apostrophes; removes invisible characters; subscript digits become digits. */
const signs: readonly string[] = [
  ...['\\u2018', '\\u2019', '\\u02BC', '\\u2032', '\\u00B4', '`', '\\u02BB', '\\uFF07'].map(
    (sign) => `${sign} => '`,
  ),
  ...['\\u00AD', '\\u200B', '\\u200C', '\\u200D', '\\u2060', '\\uFEFF', '\\u200E', '\\u200F'].map(
    (sign) => `${sign} => `,
  ),
  ...Array.from({ length: 5 }, (_, at) => `\\u202${'ABCDE'[at]} => `),
  ...Array.from({ length: 4 }, (_, at) => `\\u206${6 + at} => `),
  ...Array.from({ length: 10 }, (_, digit) => `\\u208${digit} => ${digit}`),
  'm\\u00B2 => m2',
  'm\\u00B3 => m3',
  ': => \\u0020',
  // Names that end in symbols, such as C++, which differ from C.
  '++ => plusplus',
  ...['C', 'c', 'F', 'f', 'J', 'j'].map((letter) => `${letter}# => ${letter}sharp`),
  'i\\u0307 => i',
];

const twoForOne: readonly string[] = 'äae öoe üue øoe åaa đdj'.split(' ');

const words = ({ unspaced, capitals, digraphs }: LanguageAnalysis) =>
  unspaced
    ? {}
    : {
        parts: {
          type: 'word_delimiter_graph',
          generate_word_parts: true,
          generate_number_parts: true,
          catenate_all: true,
          split_on_case_change: false,
          split_on_numerics: false,
          stem_english_possessive: false,
          // Splits only at joining characters: U.S. and 3.5 stay whole.
          type_table: ['. => ALPHA', ', => ALPHA', '= => ALPHA'],
        },
        whole: { type: 'pattern_replace', pattern: "'", replacement: '' },
        // Names as typed on keyboards of other languages: Müller and Mueller, Ørsted and Oersted.
        spellings: { type: 'dateline_capitals', digraphs: twoForOne, anyWord: digraphs === 'words' },
        spellings_asked: { type: 'dateline_capitals', digraphs: twoForOne, anyWord: true },
        ...(capitals
          ? {
              capitals: { type: 'dateline_capitals', words: capitals },
              capitals_asked: { type: 'dateline_capitals', words: capitals, alone: true },
            }
          : {}),
      };
