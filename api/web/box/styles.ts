import css from './style.css';

let sheet: CSSStyleSheet | undefined;

/** One style sheet for all boxes of a page; constructed by script, so it needs no `style-src`. */
export const styles = (): CSSStyleSheet => {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
};
