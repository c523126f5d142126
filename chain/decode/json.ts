import { z } from 'zod';
import { RejectedArticle } from '../../domain/errors.ts';
import { checkJson, storyBounds, type TextBounds } from './bounds.ts';

/** @throws {RejectedArticle} `malformed` if it is not JSON, or not of this shape; `too-deep`, `too-many-parts` */
export const parseJson = <Shape extends z.ZodType>(
  name: string,
  text: string,
  shape: Shape,
  bounds: TextBounds = storyBounds,
): z.output<Shape> => {
  checkJson(text, bounds);
  try {
    return shape.parse(JSON.parse(text));
  } catch (cause) {
    const detail = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new RejectedArticle('malformed', `${name}: ${detail.slice(0, 300)}`, { cause });
  }
};
