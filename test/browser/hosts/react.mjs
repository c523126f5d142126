import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { src } from './where.mjs';

const Host = () => {
  const [agency, setAgency] = useState('tass');
  const [shown, setShown] = useState(true);
  const [times, setTimes] = useState(0);
  const form = h('form', { action: src, method: 'get' }, h('input', { name: 'q', 'aria-label': 'Search' }));
  return h(
    'main',
    null,
    h('button', { id: 'change', type: 'button', onClick: () => setAgency('xinhua') }, 'change'),
    h('button', { id: 'redraw', type: 'button', onClick: () => setTimes(times + 1) }, `drawn ${times}`),
    h('button', { id: 'toggle', type: 'button', onClick: () => setShown(!shown) }, 'toggle'),
    shown ? h('dateline-search', { src, agency, 'from-date': '2019' }, form) : null,
  );
};

createRoot(document.getElementById('root')).render(h(Host));
