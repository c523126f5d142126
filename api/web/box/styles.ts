import css from './style.css';

let sheet: CSSStyleSheet | undefined;

/** One sheet for all boxes of a page; made, not parsed from markup, so it needs no `style-src`. */
export const styles = (): CSSStyleSheet => {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
};
