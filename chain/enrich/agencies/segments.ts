import type { AgencyAuthority } from '../../../authorities/agencies/index.ts';
import { choiceOf, wordsOfAll } from '../../../languages/choices.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';
import { findPrintedDates } from '../dates/printed.ts';

/** The parts of a credit and their records. */
export interface ReadCredit {
  readonly ids: readonly string[];
  /** Parts that are neither a recorded agency nor initials. */
  readonly unknown: readonly string[];
}

const joining = choiceOf(wordsOfAll(({ creditWords }) => creditWords?.joining));
const separators = new RegExp(
  `\\s*(?:[/|·•,;，、；\\n]|\\s[-–—]\\s|(?<=[\\p{Script=Han}])[-—](?=[\\p{Script=Han}])|\\s(?:${joining})\\s)\\s*`,
  'u',
);
const wrapping =
  /^[\s«»"“”„'‘’()（）[\]【】〔〕《》〈〉.:：*©-]+|[\s«»"“”„'‘’()（）[\]【】〔〕《》〈〉.:：*©-]+$/gu;
/**
 * `AA` is a button for larger type, `NA` an empty cell and `PR` an advertisement, except in languages in which an agency
 * has this name.
 */
const doubtful = /^(?:(\p{L})\1|NA|PR)$/u;
/** Initials of reporters, and Chinese names of reporters, which seldom have four characters as names of papers do. */
const initials = /^(?:(?!\p{Script=Han}{4})\p{L}{1,4}|\p{Ll}{1,6}|\p{Lu}\.\s?\p{Lu}\.)$/u;
const unnamed: ReadonlySet<string> = new Set(wordsOfAll(({ creditWords }) => creditWords?.unnamed));

/**
 * Reads a credit part by part and skips the dates in it.
 *
 * @param credit  one line or the content of a frame, up to 220 units
 */
export const readCredit = (
  credit: string,
  agencies: AgencyAuthority,
  profile: LanguageProfile,
): ReadCredit => {
  const ids: string[] = [];
  const unknown: string[] = [];
  for (const part of withoutDates(credit, profile).split(separators)) {
    const printed = part.replace(wrapping, '').replace(networkBehind, '');
    if (printed === '') continue;
    const name = withoutButtons(printed, agencies, profile);
    const found = named(name, agencies).filter(
      (id) => !doubtful.test(name) || agencies.get(id)?.names.get(profile.code)?.includes(name),
    );
    const [id] = found.length > 0 ? found : byAddress(name, agencies);
    if (id !== undefined) ids.push(id);
    else if (!initials.test(name) && !unnamed.has(name.toLowerCase())) unknown.push(name);
  }
  if (ids.length === 0 && unknown.length > 0) {
    const whole = agencies.findByName(credit.replace(wrapping, ''));
    if (whole[0] !== undefined) return { ids: [whole[0]], unknown: [] };
  }
  return { ids, unknown };
};

/** A network on which a paper has an account, after the paper's name. */
const networkBehind = new RegExp(
  `(?<=.{2})[(（]?(?:${choiceOf(wordsOfAll(({ creditWords }) => creditWords?.networks))})[)）]?$`,
  'u',
);
const glued = new RegExp(`(?:${choiceOf(wordsOfAll(({ creditWords }) => creditWords?.buttons))})$`, 'u');

/**
 * A name without buttons joined to it by markup, as in `新华社打印`. Names may end in other menu words
 * (`Sky News`, `央视新闻客户端`); those are removed only if the rest is a recorded name and the whole is not.
 */
const withoutButtons = (name: string, agencies: AgencyAuthority, profile: LanguageProfile): string => {
  if (named(name, agencies).length > 0) return name;
  const lower = name.toLowerCase();
  const button = profile.furniture.menu.find((word) => word.length > 1 && lower.endsWith(word.toLowerCase()));
  if (button === undefined || name.length < button.length + 2) return name;
  const rest = name.slice(0, -button.length).replace(wrapping, '');
  const certain = glued.test(name) || named(rest, agencies).length > 0;
  return certain ? withoutButtons(rest, agencies, profile) : name;
};

/** Records with this name, or with the part before brackets at its end: `京华时报(北京)`. */
const named = (name: string, agencies: AgencyAuthority): readonly string[] => {
  const whole = agencies.findByName(name);
  return whole.length > 0 ? whole : agencies.findByName(name.replace(/\s*[(（][^()（）]{1,20}[)）]?$/u, ''));
};

const byAddress = (name: string, agencies: AgencyAuthority): readonly string[] => {
  const host = /^(?:https?:\/\/)?((?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,10})(?:\/|$)/i.exec(name)?.[1];
  const agency = host === undefined ? null : agencies.byHost(host);
  return agency ? [agency.id] : [];
};

/** The credit with a vertical bar in place of each day and its label. */
export const withoutDates = (credit: string, profile: LanguageProfile): string => {
  let rest = credit;
  for (const { start, end } of [...findPrintedDates(credit, profile)].reverse())
    rest = `${rest.slice(0, start)} | ${rest.slice(end)}`;
  for (const label of [...profile.dates.updatedLabels, ...profile.dates.publishedLabels]) {
    const at = rest.toLowerCase().indexOf(label);
    if (at >= 0 && !/\p{L}/u.test(rest[at - 1] ?? ' '))
      rest = `${rest.slice(0, at)} | ${rest.slice(at + label.length)}`;
  }
  return rest.replace(/\b\d{1,2}[:.]\d{2}\b/g, ' | ');
};
