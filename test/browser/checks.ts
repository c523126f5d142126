/** Looked at inside a page, of either browser: each function stands alone, as it is sent there as text. */

export const sideways = (): number =>
  document.documentElement.scrollWidth - document.documentElement.clientWidth;

/** What has the focus, and whether a reader sees that it has; null where nothing of the page has. */
export const focused = (): { readonly what: string; readonly seen: boolean } | null => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { width, height, top, bottom } = element.getBoundingClientRect();
  const shown = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
  return {
    what: element.outerHTML.slice(0, 120),
    seen: shown && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0,
  };
};

/** Texts whose colour is that of what lies behind them, and controls without an edge. */
export const vanished = (): readonly string[] => {
  const backdrop = (element: Element | null): string => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return backgroundColor;
    }
    return getComputedStyle(document.documentElement).backgroundColor;
  };
  return [...document.querySelectorAll('body *')].flatMap((element) => {
    const printed = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    const same =
      printed && element.checkVisibility() && getComputedStyle(element).color === backdrop(element);
    return same ? [element.outerHTML.slice(0, 120)] : [];
  });
};

/** Anything that moves by itself. */
export const moving = (): number => document.getAnimations().length;
