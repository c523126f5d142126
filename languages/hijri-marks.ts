// How Arabic and Persian name the calendar of a year, as alternations of a pattern: few words with many spellings.

/** The letter for "Hijri", also with a stretching line or a joiner. */
const hijri = 'ه[\u0640\u200d]?';
export const solarYear = `${hijri}\\.?\\s?ش|هجر[یيى]ة?\\s(?:ال)?شمس[یيى]ة?|خورشیدی`;
export const lunarYear = `${hijri}\\.?\\s?ق|هجر[یيى]ة?\\s(?:ال)?قمر[یيى]ة?|ه\u0640`;
/** Words for "Hijri" alone: both the lunar and the solar calendar begin with the Hijra. */
export const hijriYear = 'ه\u200d?|هجر[یيى]ة?';
