// Makes the results page quicker to use; everything also works without it.
import { keepOfflinePage } from './keep-offline-page.ts';
import { listenForAlerts } from './save-alert.ts';
import { listenForShare } from './share.ts';

const tooLong = 300;

const bars = (chart: SVGSVGElement): readonly SVGAElement[] => [...chart.querySelectorAll<SVGAElement>('a')];

/** Dragging from one bar to another narrows the search to the range between. */
const listenForSpans = (chart: SVGSVGElement): void => {
  let from: number | null = null;
  let to = 0;
  const span = (): readonly SVGAElement[] => {
    if (from === null) return [];
    const [left, right] = [Math.min(from, to), Math.max(from, to)];
    return bars(chart).filter((bar) => {
      const box = bar.getBoundingClientRect();
      return box.right >= left && box.left <= right;
    });
  };
  const show = () => {
    const chosen = span();
    for (const bar of bars(chart)) bar.classList.toggle('chosen', chosen.length > 1 && chosen.includes(bar));
  };
  const end = () => {
    from = null;
    show();
  };
  chart.addEventListener('dragstart', (event) => event.preventDefault());
  chart.addEventListener('pointerdown', (event) => {
    if (event.button === 0) from = to = event.clientX;
  });
  addEventListener('pointermove', (event) => {
    if (from === null) return;
    to = event.clientX;
    show();
  });
  addEventListener('pointercancel', end);
  addEventListener('pointerup', () => {
    const chosen = span();
    end();
    const [first, last] = [chosen[0], chosen.at(-1)];
    if (!first || !last || first === last) return;
    const goal = new URL(first.href.baseVal, location.href);
    const until = new URL(last.href.baseVal, location.href).searchParams.get('to-date');
    if (until) goal.searchParams.set('to-date', until);
    location.assign(goal);
  });
};

/** On a phone, a link among the filters leads to the same sheet, open at the same position. */
const keepSheet = (sheet: HTMLElement): void => {
  const kept = sessionStorage.getItem('filters');
  sessionStorage.removeItem('filters');
  if (kept !== null && getComputedStyle(sheet).position !== 'static') {
    sheet.showPopover();
    sheet.scrollTop = Number(kept);
  }
  sheet.addEventListener('click', ({ target }) => {
    if (sheet.matches(':popover-open') && target instanceof Element && target.closest('a:not(.more)'))
      sessionStorage.setItem('filters', String(sheet.scrollTop));
  });
};

const sheet = document.querySelector<HTMLElement>('#filters[popover]');
if (sheet) keepSheet(sheet);
for (const chart of document.querySelectorAll<SVGSVGElement>('svg.bars')) listenForSpans(chart);
for (const form of document.querySelectorAll<HTMLFormElement>('form.save-alert')) listenForAlerts(form);
for (const line of document.querySelectorAll<HTMLElement>('.share')) listenForShare(line);
keepOfflinePage();

/** Shows a sign of progress if it takes long. */
let timer: ReturnType<typeof setTimeout> | undefined;
const wait = () => {
  clearTimeout(timer);
  timer = setTimeout(() => document.documentElement.classList.add('waiting'), tooLong);
};
addEventListener('beforeunload', wait);
addEventListener('pagehide', () => clearTimeout(timer));
addEventListener('pageshow', () => document.documentElement.classList.remove('waiting'));
