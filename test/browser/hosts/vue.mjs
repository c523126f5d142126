import { createApp, h, ref } from 'vue';
import { src } from './where.mjs';

const Host = {
  setup() {
    const agency = ref('tass');
    const shown = ref(true);
    const times = ref(0);
    const change = () => {
      agency.value = 'xinhua';
    };
    const redraw = () => {
      times.value += 1;
    };
    const toggle = () => {
      shown.value = !shown.value;
    };
    return () =>
      h('main', [
        h('button', { id: 'change', onClick: change }, 'change'),
        h('button', { id: 'redraw', onClick: redraw }, `drawn ${times.value}`),
        h('button', { id: 'toggle', onClick: toggle }, 'toggle'),
        shown.value
          ? h('dateline-search', { src, agency: agency.value, 'from-date': '2019' }, [
              h('form', { action: src, method: 'get' }, [h('input', { name: 'q', 'aria-label': 'Search' })]),
            ])
          : null,
      ]);
  },
};

createApp(Host).mount('#root');
