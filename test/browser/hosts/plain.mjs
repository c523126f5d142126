import { src } from './where.mjs';

// Draws all of itself again at each change, as pages without a framework do.
const state = { agency: 'tass', shown: true, times: 0, typed: '' };
const root = document.getElementById('root');
const box = () =>
  `<dateline-search src="${src}" agency="${state.agency}" from-date="2019"><form action="${src}" method="get"><input name="q" aria-label="Search"></form></dateline-search>`;
const draw = () => {
  root.innerHTML = `<main><button id="change">change</button><button id="redraw">drawn ${state.times}</button><button id="toggle">toggle</button>${state.shown ? box() : ''}</main>`;
  const drawn = root.querySelector('dateline-search');
  if (drawn) drawn.value = state.typed;
};
const changes = {
  change: () => ({ agency: 'xinhua' }),
  redraw: () => ({ times: state.times + 1 }),
  toggle: () => ({ shown: !state.shown }),
};
root.addEventListener('click', ({ target }) => {
  const change = changes[target.id];
  if (!change) return;
  Object.assign(state, { typed: root.querySelector('dateline-search')?.value ?? '' }, change());
  draw();
});
draw();
