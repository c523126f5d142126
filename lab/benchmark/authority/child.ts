import { measure } from './measure.ts';

const [file = '', threads = '4'] = process.argv.slice(2);
process.send?.(await measure(file, Number(threads)));
process.disconnect?.();
