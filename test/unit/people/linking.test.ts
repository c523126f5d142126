import { describe, expect, test } from '@jest/globals';
import { type PersonRecord, peopleOf } from '../../../authorities/people/index.ts';
import { loadPersonLinker } from '../../../chain/enrich/link-people.ts';

const record = (
  id: string,
  country: string,
  [office, from, to]: readonly [office: string, from: number, to: number | null],
  forms: Readonly<Record<string, string>>,
): PersonRecord => ({
  id,
  country,
  roles: [{ office, country: null, from, to }],
  names: Object.entries(forms).map(([language, form]) => ({ form, language, kind: 'official' })),
});

const people = peopleOf([
  record('Q1', 'DE', ['SP', 2010, 2021], { en: 'Stefan Reinwald' }),
  record('Q2', 'GB', ['DM', 2010, 2011], { en: 'Liam Forster' }),
  record('Q3', 'US', ['P', 1981, 1989], { en: 'Robert Harrigan' }),
  record('Q4', 'US', ['AGR', 1986, 1989], { en: 'Edwin Lyngdal' }),
  record('Q5', 'KP', ['SPK', 1998, 2019], { en: 'Kim Yong-nam' }),
  record('Q6', 'CN', ['P', 2013, null], { en: 'Xi Jinming', zh: '习近明' }),
  record('Q7', 'CN', ['DIR', 2013, null], { en: 'Xi Lao', zh: '习老' }),
  record('Q8', 'TN', ['P', 1957, 1987], { en: 'Habib Marwani', ar: 'الحبيب المرواني' }),
]);
const linker = loadPersonLinker(people);

/** Links one name where it stands in a text. */
const linkIn = (
  language: string,
  body: string,
  name: string,
  date: string | null = null,
  roles: string[] = [],
) => {
  const start = body.indexOf(name);
  const mention = { field: 'body', start, end: start + name.length } as const;
  const context = { language, date, title: '', body, countries: [] };
  return linker.link([{ name, mentions: [mention], roles }], context)[0]?.id;
};

test('what holds no letter, or more than any name, is nobody', () => {
  expect(linkIn('en', 'Minister … spoke.', '…')).toBeUndefined();
  const endless = 'Ab'.repeat(250);
  expect(linkIn('en', `Minister ${endless} spoke.`, endless)).toBeUndefined();
});

describe('initials and a surname', () => {
  const crowd = loadPersonLinker(
    peopleOf([
      record('Q21', 'RU', ['PM', 2012, 2020], { ru: 'Дмитрий Мосальцев' }),
      record('Q22', 'RU', ['MP', 2012, 2020], { ru: 'Анна Мосальцева' }),
      record('Q23', 'RU', ['MP', 2012, 2020], { ru: 'Денис Кабанцев' }),
      record('Q24', 'RU', ['MP', 2012, 2020], { ru: 'Дарья Кабанцева', en: 'Daria Kabantseva' }),
    ]),
  );
  const link = (body: string, name: string): string | undefined => {
    const start = body.indexOf(name);
    const mentions = [{ field: 'body', start, end: start + name.length } as const];
    const context = { language: 'ru', date: '2014-03-01', title: '', body, countries: ['RU'] };
    return crowd.link([{ name, mentions, roles: [] }], context)[0]?.id;
  };

  test('are linked where office or country beside them fit one person alone', () => {
    expect(link('Премьер-министр России Д. Мосальцев прибыл.', 'Д. Мосальцев')).toBe('Q21');
    expect(link('По словам премьер-министра Д.Мосальцева, это так.', 'Д.Мосальцева')).toBe('Q21');
  });

  test('stay a name without a witness, and where another initial is printed', () => {
    expect(link('Пекарню открыл Д. Мосальцев из Тулы.', 'Д. Мосальцев')).toMatch(/^name:/);
    expect(link('Премьер-министр России К. Мосальцев прибыл.', 'К. Мосальцев')).toMatch(/^name:/);
  });
});

test('a given name alone is linked where people are called so, and a witness stands beside it', () => {
  const emirs = loadPersonLinker(
    peopleOf([
      record('Q31', 'QA', ['K', 2013, null], { ru: 'Тальмир бен Вахад', en: 'Talmir bin Wahad' }),
      record('Q32', 'VN', ['PM', 2013, 2019], { en: 'Nguyen Xuan Dokh' }),
    ]),
  );
  const link = (body: string, name: string): string | undefined => {
    const start = body.indexOf(name);
    const mentions = [{ field: 'body', start, end: start + name.length } as const];
    const context = { language: 'en', date: '2016-03-01', title: '', body, countries: [] };
    return emirs.link([{ name, mentions, roles: [] }], context)[0]?.id;
  };
  expect(link('The Emir of Qatar, Sheikh Talmir, arrived.', 'Talmir')).toBe('Q31');
  expect(link('Vietnamese Prime Minister Dokh arrived.', 'Dokh')).toBe('Q32');
  expect(link('A singer called Talmir arrived.', 'Talmir')).toBe('name:talmir');
});

describe('a name that nobody recorded in this form', () => {
  test.each([
    [
      'ru',
      'Официальный представитель правительства ФРГ Штефан Райнвальд заявил об этом.',
      'Штефан Райнвальд',
      'Q1',
    ],
    ['ru', 'Министр обороны Великобритании Лиам Форстер подал в отставку.', 'Лиам Форстер', 'Q2'],
    ['en', 'The British defence minister, Lyam Forster, resigned.', 'Lyam Forster', 'Q2'],
    ['el', 'Ο εκπρόσωπος της γερμανικής κυβέρνησης Στέφαν Ράινβαλντ δήλωσε', 'Στέφαν Ράινβαλντ', 'Q1'],
    ['ja', 'ドイツ政府報道官シュテファン・ラインヴァルト氏は', 'シュテファン・ラインヴァルト', 'Q1'],
  ])('is linked by sound where office or country stand beside it: %s %s', (language, body, name, id) => {
    expect(linkIn(language, body, name)).toBe(id);
  });

  test('stays its own without a witness', () => {
    expect(linkIn('ru', 'Лиам Форстер открыл в Туле пекарню.', 'Лиам Форстер')).toBe('name:лиам форстер');
  });

  test('is nobody else’s of the same few syllables', () => {
    const body = 'قالت كوريا الشمالية إن كيم جونغ نام سافر';
    expect(linkIn('ar', body, 'كيم جونغ نام')).toMatch(/^name:/);
  });
});

describe('a surname alone', () => {
  test('needs what is printed around it, or the others who are named', () => {
    const body = 'President Harrigan met Agriculture Secretary Lyngdal.';
    expect(linkIn('en', body, 'Lyngdal', '1987-03-01')).toBe('Q4');
    expect(linkIn('en', 'Lyngdal sells boats in Bergen.', 'Lyngdal', '1987-03-01')).toBe('name:lyngdal');
  });

  test('of others named in the article says which country it is about', () => {
    const body = 'Robert Harrigan spoke first. The farm bill is dead, Lyngdal said of agriculture.';
    const at = (name: string) => {
      const start = body.indexOf(name);
      return { name, roles: [], mentions: [{ field: 'body' as const, start, end: start + name.length }] };
    };
    const context = { language: 'en', date: null, title: '', body, countries: [] };
    expect(linker.link([at('Lyngdal')], context)[0]?.id).toBe('name:lyngdal');
    expect(linker.link([at('Robert Harrigan'), at('Lyngdal')], context).map(({ id }) => id)).toEqual([
      'Q3',
      'Q4',
    ]);
  });

  test('is whoever is named in full in the same article', () => {
    const body = '习近明在北京会见来宾。习总表示欢迎。';
    const at = (name: string) => {
      const start = body.indexOf(name);
      return { name, roles: [], mentions: [{ field: 'body' as const, start, end: start + name.length }] };
    };
    const context = { language: 'zh', date: null, title: '', body, countries: [] };
    expect(linker.link([at('习近明'), at('习')], context).map(({ id }) => id)).toEqual(['Q6', 'Q6']);
  });

  test('in one character with a title is whoever holds the office then', () => {
    const body = '中国国家习主席今天会见了来宾。';
    expect(linkIn('zh', body, '习主席', '2023-05-01')).toBe('Q6');
    expect(linkIn('zh', body, '习主席', '1995-05-01')).toBe('name:习主席');
  });
});

test('a full name is linked long after its bearer left office, and never before they can be known', () => {
  expect(linkIn('ar', 'شارع الحبيب المرواني', 'الحبيب المرواني', '2017-04-06')).toBe('Q8');
  expect(linkIn('ar', 'شارع الحبيب المرواني', 'الحبيب المرواني', '1901-04-06')).toMatch(/^name:/);
});
