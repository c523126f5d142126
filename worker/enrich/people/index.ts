import type { NamedPerson } from '../../../domain/article.ts';
import { findByRule } from './rules.ts';

/** One article as the recognizer reads it. `language` is a profile code, `script` an ISO 15924 code. */
export interface ReadableArticle {
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly script: string;
}

export interface PeopleRecognizer {
  /**
   * The persons whom an article names, in the order of their first mention; each with all its mentions (UTF-16
   * offsets in title or body), the fullest printed name, and the roles printed beside it. Never throws on text.
   */
  readonly recognize: (article: ReadableArticle) => NamedPerson[];
}

export const loadPeopleRecognizer = (): PeopleRecognizer => ({
  recognize: (article) => findByRule(article),
});
