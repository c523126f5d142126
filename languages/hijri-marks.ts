// How Arabic and Persian name the calendar of a year, as choices of a pattern: many spellings of few words.

/** The letter for "Hijri", lengthened or joined to nothing as it may be. */
const hijri = 'ه[\u0640\u200d]?';
export const solarYear = `${hijri}\\.?\\s?ش|هجر[یيى]ة?\\s(?:ال)?شمس[یيى]ة?|خورشیدی`;
export const lunarYear = `${hijri}\\.?\\s?ق|هجر[یيى]ة?\\s(?:ال)?قمر[یيى]ة?|ه\u0640`;
/** Either calendar begins with the same flight, so these say no more than that. */
export const hijriYear = 'ه\u200d?|هجر[یيى]ة?';
