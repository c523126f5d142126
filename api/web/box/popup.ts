/** A part of the box that covers other content of the page. */
export interface Popup {
  open(): void;
  close(): void;
}

const gap = 4;

/**
 * In the top layer, so that no sticky header, `overflow: hidden` or `<dialog>` of the page cuts or covers it; in browsers
 * without popovers, it stays below the field.
 */
export const createPopup = (element: HTMLElement, anchor: HTMLElement): Popup => {
  const floats = 'popover' in HTMLElement.prototype;
  if (floats) element.setAttribute('popover', 'manual');
  const place = () => {
    const { left, bottom, width } = anchor.getBoundingClientRect();
    const { style } = element;
    style.top = `${bottom + gap}px`;
    style.left = `${left}px`;
    style.width = `${width}px`;
    style.maxHeight = `${Math.max(120, Math.min(480, innerHeight - bottom - 2 * gap))}px`;
  };
  const follow = (on: boolean) => {
    const change = on ? addEventListener : removeEventListener;
    change('scroll', place, true);
    change('resize', place);
  };
  return {
    open: () => {
      element.hidden = false;
      if (!floats || !element.isConnected) return;
      place();
      if (element.matches(':popover-open')) return;
      element.showPopover();
      follow(true);
    },
    close: () => {
      if (floats && element.matches(':popover-open')) element.hidePopover();
      follow(false);
      element.hidden = true;
    },
  };
};
