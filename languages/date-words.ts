/** Words of printed dates, lower case. */
export interface DateWords {
  /** Twelve lists, January first: every printed form, inflected and short ones included. */
  readonly months: readonly (readonly string[])[];
  /** Seven lists, Monday first. */
  readonly weekdays: readonly (readonly string[])[];
  /** The order of an all-numeric date such as 03/04/2019. */
  readonly order: 'dmy' | 'mdy' | 'ymd';
  /** The order of those with dashes or dots, where it differs: 03.04.2019. */
  readonly dottedOrder?: 'dmy';
  /** Years are of the Buddhist era, those of two digits too. */
  readonly buddhist?: true;
  /** The calendar of all-numeric dates of the years 1300 to 1500. */
  readonly counted?: 'persian' | 'islamic-umalqura';
  /** Letters for an era right before its year, `R7.1.23`, and the first and last year printed in this way. */
  readonly eraLetters?: Readonly<
    Record<string, { readonly era: string; readonly years: readonly [first: number, last: number] }>
  >;
  /** Labels before the time of publication: `published`, `发布时间`. */
  readonly publishedLabels: readonly string[];
  /** Labels before the time of the last change: `updated`, `更新时间`. */
  readonly updatedLabels: readonly string[];
  /** Words right before the day on which a page is looked at: `Today is`, `今天是`. */
  readonly todayLabels?: readonly string[];
  /** Characters attached to the numbers of a date or a time: `2024年1月12日`, `10시 30분`. */
  readonly units?: DateUnits;
  /** Names of eras, and the year of the Gregorian calendar before their first one. */
  readonly eras?: Readonly<Record<string, number>>;
  /** Words after a number in the form of a date that show that it is an edition or version. */
  readonly editionWords?: readonly string[];
  /** Months by other names than the usual ones, or of another calendar. */
  readonly otherMonths?: readonly OtherMonths[];
  readonly clock?: ClockWords;
  /** Endings of ordinal numbers: `12th`. */
  readonly ordinals?: readonly string[];
  /** Between day and month; a space at the end matches any white space: `12 de mayo`. */
  readonly beforeMonth?: readonly string[];
  /** Between month and year. */
  readonly beforeYear?: readonly string[];
  /** After the year: `март 2019 г.`. */
  readonly afterYear?: readonly string[];
  /** Time zones of the IANA database by the abbreviation printed after a time. */
  readonly zones?: Readonly<Record<string, string>>;
}

export interface DateUnits {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  /** Forms of `day` that mean a number of any kind where no year is printed. */
  readonly dayOfYear?: readonly string[];
  /** Characters that make another word of the character for "day" before them: `日本`. */
  readonly notDay?: readonly string[];
  readonly hour: readonly string[];
  /** After hours as they are spoken. */
  readonly spokenHour?: readonly string[];
  readonly minute: readonly string[];
  /** Stands for the first year of an era. */
  readonly firstYear?: string;
}

export interface OtherMonths {
  readonly calendar: 'gregorian' | 'persian' | 'islamic-umalqura';
  /** Twelve lists, as in `months`. */
  readonly names: readonly (readonly string[])[];
}

/** Words beside a time of day. */
export interface ClockWords {
  /** Hours counted to twelve, before noon. */
  readonly morning?: readonly string[];
  /** Hours counted to twelve, after noon. */
  readonly afternoon?: readonly string[];
  /** Parts of the day that do not say how the hours are counted. */
  readonly parts?: readonly string[];
  /** Between date and time: "at", days of the week. */
  readonly before?: readonly string[];
  /** After the time: "o'clock". */
  readonly after?: readonly string[];
}
