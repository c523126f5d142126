import { expect, test } from '@jest/globals';
import { readWrittenDate, withReadDates } from '../../../api/web/written-dates.ts';

test.each([
  ['2019', '2019'],
  ['2019-12', '2019-12'],
  ['2019-12-20', '2019-12-20'],
  ['31/12/2024', '2024-12-31'],
  ['12/31/2024', '2024-12-31'],
  ['5/5/2024', '2024-05-05'],
  ['3.4.2024', '2024-04-03'],
  ['2024/4/3', '2024-04-03'],
  ['2024.4', '2024-04'],
  ['2024年4月3日', '2024-04-03'],
  ['2024년 4월 3일', '2024-04-03'],
  ['٢٠٢٤-٠٤-٠٣', '2024-04-03'],
])('%s is read as %s', (written, day) => {
  expect(readWrittenDate(written)).toEqual({ kind: 'read', day });
});

test('what may be read either way is asked about, what is no date is left as it is', () => {
  expect(readWrittenDate('03/04/2024')).toEqual({ kind: 'unsure', days: ['2024-04-03', '2024-03-04'] });
  expect(readWrittenDate('soon')).toEqual({ kind: 'unsure', days: [] });
  const read = withReadDates(new URLSearchParams('q=1/2/2024&from-date=31/12/2024&to-date=soon'));
  expect(Object.fromEntries(read)).toEqual({ q: '1/2/2024', 'from-date': '2024-12-31', 'to-date': 'soon' });
});
