import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadPeople, peopleOf } from '../../../authorities/people/index.ts';
import { loadPeopleRecognizer } from '../../../chain/enrich/people/index.ts';

const recognizer = loadPeopleRecognizer(loadPeople());
const scripts: Readonly<Record<string, string>> = {
  he: 'Hebr',
  hi: 'Deva',
  th: 'Thai',
  el: 'Grek',
  fa: 'Arab',
};

/** Each person with the stretches that name them. */
const read = (language: string, body: string, by = recognizer): Record<string, string[]> =>
  Object.fromEntries(
    by
      .recognize({ title: '', body, language, script: scripts[language] ?? 'Zyyy' })
      .map(({ name, mentions }) => [name, mentions.map(({ start, end }) => body.slice(start, end))]),
  );

describe('recorded names where no tagger reads the script', () => {
  test.each([
    ['he', 'בפגישה השתתפו גם טום פרייס ומזי הירונו, כך נמסר.', ['טום פרייס', 'מזי הירונו']],
    ['he', 'המכתב נשלח לטוֹם פרייס ביום ראשון.', ['טוֹם פרייס']],
    ['hi', 'बैठक में उमर अब्दुल्ला भी मौजूद थे।', ['उमर अब्दुल्ला']],
    ['th', 'เมื่อวานนี้จอห์น เคร์รีเดินทางถึงกรุงเทพฯ', ['จอห์น เคร์รี']],
    ['el', 'Στη συνάντηση ήταν και ο Τουργκούτ Οζάλ.', ['Τουργκούτ Οζάλ']],
    ['und', 'თბილისში ჯონ კერი ჩავიდა.', ['ჯონ კერი']],
    ['und', 'Երեկ ելույթ ունեցավ Մանուել Վալս։', ['Մանուել Վալս']],
  ])('%s: %s', (language, body, names) => {
    expect(Object.keys(read(language, body))).toEqual(names);
  });

  test.each([
    ['he', 'הסופר טום. פרייס הוא שם של חברה.\nטום\nפרייס'],
    ['he', 'אטום פרייס נמכר בחנות.'],
    ['hi', 'उमर, अब्दुल्ला और अन्य लोग।'],
    ['th', 'เคร์รี จอห์นสันเป็นชื่อร้าน'],
  ])('%s: across a mark, a line or inside a word is no name: %s', (language, body) => {
    expect(read(language, body)).toEqual({});
  });

  test('a name that an operator adds counts from then on', () => {
    const record = {
      id: 'dl:test',
      country: null,
      roles: [],
      names: [{ form: 'რევაზ ნიმუშაძე', language: 'ka', kind: 'official' as const }],
    };
    let records: (typeof record)[] = [];
    let version = 0;
    const people = {
      ...peopleOf(records),
      names: () => peopleOf(records).names(),
      get version() {
        return version;
      },
    };
    const own = loadPeopleRecognizer(people);
    expect(read('und', 'დღეს რევაზ ნიმუშაძე ჩამოვიდა.', own)).toEqual({});
    records = [record];
    version = 1;
    expect(Object.keys(read('und', 'დღეს რევაზ ნიმუშაძე ჩამოვიდა.', own))).toEqual(['რევაზ ნიმუშაძე']);
  });
});

describe('names behind a title', () => {
  test.each([
    [
      'he',
      'שר החוץ הרוסי סרגיי קוזלוב אמר בירושלים כי השיחות יימשכו. לדברי קוזלוב, אין הסכם.',
      { 'סרגיי קוזלוב': ['סרגיי קוזלוב', 'קוזלוב'] },
    ],
    ['he', 'הנשיא נפתלי אורן הודיע היום על מינוי חדש.', { 'נפתלי אורן': ['נפתלי אורן'] }],
    ['he', 'ושר הביטחון גדעון רז מסר תגובה.', { 'גדעון רז': ['גדעון רז'] }],
    [
      'hi',
      'प्रधानमंत्री रमेश चंद्र वर्मा ने कहा कि वार्ता जारी है। वर्मा ने धन्यवाद दिया।',
      { 'रमेश चंद्र वर्मा': ['रमेश चंद्र वर्मा', 'वर्मा'] },
    ],
    ['hi', 'विदेश मंत्री सुनीता राव ने मंगलवार को बैठक की।', { 'सुनीता राव': ['सुनीता राव'] }],
    ['hi', 'श्री अजय मिश्रा को नया राजदूत बनाया गया।', { 'अजय मिश्रा': ['अजय मिश्रा'] }],
    ['th', 'นายกรัฐมนตรีสมชาย ใจงาม กล่าวว่าการเจรจาคืบหน้า', { 'สมชาย ใจงาม': ['สมชาย ใจงาม'] }],
    ['th', 'โดยนายวิชัย ทองดี แถลงที่ทำเนียบรัฐบาล', { 'วิชัย ทองดี': ['วิชัย ทองดี'] }],
    ['th', 'พล.อ.ประเสริฐ มั่นคง ระบุว่าไม่มีปัญหา', { 'ประเสริฐ มั่นคง': ['ประเสริฐ มั่นคง'] }],
    [
      'el',
      'Ο πρωθυπουργός Κυριάκος Παπαδόπουλος μίλησε στην Αθήνα. Ο Παπαδόπουλος δήλωσε ικανοποιημένος.',
      { 'Κυριάκος Παπαδόπουλος': ['Κυριάκος Παπαδόπουλος', 'Παπαδόπουλος'] },
    ],
    [
      'el',
      'Ο υπουργός Εθνικής Άμυνας Νίκος Αλεξίου έφτασε χθες. Ο κ. Αλεξίου είπε ότι συμφωνεί.',
      { 'Νίκος Αλεξίου': ['Νίκος Αλεξίου', 'Αλεξίου'] },
    ],
    ['el', 'Τον υποδέχθηκε η υπουργός Πολιτισμού Ελένη Ράπτη.', { 'Ελένη Ράπτη': ['Ελένη Ράπτη'] }],
    [
      'fa',
      'وزیر خارجه روسیه سرگئی لاوروف گفت که مذاکرات ادامه دارد. لاوروف افزود که توافقی وجود ندارد.',
      { 'سرگئی لاوروف': ['سرگئی لاوروف', 'لاوروف'] },
    ],
    ['fa', 'به گزارش رسانه‌ها، آقای بهرام نیک‌سرشت رئیس مجلس گفت.', { 'بهرام نیک‌سرشت': ['بهرام نیک‌سرشت'] }],
    ['fa', 'در این دیدار دکتر علی لاریجاني هم حضور داشت.', { 'علی لاریجاني': ['علی لاریجاني'] }],
    ['und', 'Այսօր վարչապետ Արամ Սարոյան ելույթ ունեցավ։', { 'Արամ Սարոյան': ['Արամ Սարոյան'] }],
  ])('%s: %s', (language, body, people) => {
    expect(read(language, body)).toEqual(people);
  });

  test.each([
    ['he', 'ראש הממשלה ביקר בירושלים. ראש הממשלה אמר כי השיחות יימשכו.'],
    ['he', 'ראש הממשלה ושר הביטחון אמרו את הדברים במסיבת עיתונאים.'],
    ['he', 'שר החוץ של רוסיה הגיע אתמול לביקור רשמי.'],
    ['hi', 'प्रधानमंत्री ने कहा कि प्रधानमंत्री आवास योजना के तहत घर बनेंगे।'],
    ['hi', 'विदेश मंत्री स्तर की बैठक और राष्ट्रपति भवन में समारोह।'],
    ['hi', 'राष्ट्रपति चुनाव के बाद प्रधानमंत्री कार्यालय ने बयान जारी किया।'],
    ['th', 'นายกรัฐมนตรีเดินทางถึง กรุงเทพฯ เมื่อวานนี้'],
    ['th', 'ประธานาธิบดีสหรัฐ กล่าวว่าจะมาเยือน นายจ้าง ลูกจ้าง'],
    ['th', 'นายอำเภอเมือง เปิดงาน นายทหาร ชั้นผู้ใหญ่'],
    ['fa', 'هزار تومان در تمام کشور هزینه شد، ولی زمانی که جام جهانی آغاز شد.'],
    ['fa', 'سفیر حکومت صفویان به دربار رفت و استاد جادوی سیاه بود.'],
    ['fa', 'رئیس جمهور حمله انتحاری در پایتخت را محکوم کرد.'],
    ['el', 'Ο υπουργός Εξωτερικών ανακοίνωσε μέτρα για το Υπουργείο Εθνικής Άμυνας.'],
    ['el', 'Ο πρόεδρος της Δημοκρατίας μίλησε στις Βρυξέλλες.'],
    ['el', 'Η Ευρωπαϊκή Ένωση και ο πρωθυπουργός της Ελλάδας συμφώνησαν.'],
  ])('%s names nobody: %s', (language, body) => {
    expect(read(language, body)).toEqual({});
  });

  test('the title is kept as a role', () => {
    const body = 'विदेश मंत्री सुनीता राव ने बैठक की।';
    const [person] = recognizer.recognize({ title: '', body, language: 'hi', script: 'Deva' });
    expect(person?.roles).toEqual(['विदेश मंत्री']);
  });

  test('another bearer of the surname is not taken for the one named', () => {
    const body = 'प्रधानमंत्री रमेश वर्मा ने कहा। कल दिनेश वर्मा मिले।';
    expect(read('hi', body)).toEqual({ 'रमेश वर्मा': ['रमेश वर्मा'] });
  });
});

describe('names without a title before them', () => {
  test.each([
    [
      'el',
      'Ο Σεργκέι Λαβρόφ συναντήθηκε με τον Μάρκο Ρούμπιο. Σύμφωνα με τον Λαβρόφ, όλα πάνε καλά.',
      { 'Σεργκέι Λαβρόφ': ['Σεργκέι Λαβρόφ', 'Λαβρόφ'], 'Μάρκο Ρούμπιο': ['Μάρκο Ρούμπιο'] },
    ],
    [
      'el',
      'Η συνάντηση του Κυριάκου Μητσοτάκη με τον Ρετζέπ Ταγίπ Ερντογάν έγινε στη Νέα Υόρκη.',
      {
        'Κυριάκου Μητσοτάκη': ['Κυριάκου Μητσοτάκη'],
        'Ρετζέπ Ταγίπ Ερντογάν': ['Ρετζέπ Ταγίπ Ερντογάν'],
      },
    ],
    ['fa', 'سرگئی لاوروف، وزیر امور خارجه روسیه، به تهران آمد.', { 'سرگئی لاوروف': ['سرگئی لاوروف'] }],
    ['fa', 'خواننده سارا هیوز (زاده ۱۳۶۴) آمد.', { 'سارا هیوز': ['سارا هیوز'] }],
  ])('%s: of somebody recorded, in any case, or before the title: %s', (language, body, people) => {
    expect(read(language, body)).toEqual(people);
  });

  test.each([
    ['el', 'Στη Νέα Υόρκη, στη Μεγάλη Βρετανία και στη Μαύρη Θάλασσα.'],
    ['fa', 'روز سه‌شنبه، وزیر امور خارجه در خیابان بزرگ شهر بود.'],
  ])('%s names nobody: %s', (language, body) => {
    expect(read(language, body)).toEqual({});
  });
});

describe('what was read before', () => {
  const known =
    'Σεργκέι Λαβρόφ|Μάρκο Ρούμπιο|Ρετζέπ Ταγίπ Ερντογάν|Κυριάκος Μητσοτάκης|Εμανουέλ Μακρόν|Βλαντίμιρ Πούτιν|Τζον Κέρι'.split(
      '|',
    );
  const bodyOf = (names: readonly string[]): string => names.map((name) => `Ήρθε ο ${name} εδώ.`).join(' ');
  const lettersOf = (at: number): string =>
    [at % 5, Math.floor(at / 5) % 5, Math.floor(at / 25)].map((each) => 'αεηοω'.charAt(each)).join('ξ');
  const unknown = (count: number): string[] =>
    Array.from({ length: count }, (_, at) => `Ψ${lettersOf(at)}ζ Ξ${lettersOf(at)}ψ`);

  test.each([
    ['few names', known],
    ['a dozen unknown names before them', [...unknown(14), ...known]],
    ['scores of unknown names before and between them', [...unknown(60), ...known, ...unknown(90), ...known]],
  ])('changes nothing: %s', (_, names) => {
    const body = bodyOf(names);
    const first = read('el', body);
    read('el', bodyOf([...known, ...unknown(40)]));
    expect(read('el', body)).toEqual(first);
    expect(read('el', body, loadPeopleRecognizer(loadPeople()))).toEqual(first);
  });

  test('unknown names in front do not keep others from being heard', () => {
    const alone = Object.keys(read('el', bodyOf(known)));
    expect(alone.length).toBeGreaterThan(4);
    expect(Object.keys(read('el', bodyOf([...unknown(14), ...known])))).toEqual(
      expect.arrayContaining(alone),
    );
  });
});

describe('bad input', () => {
  const codes = ['he', 'hi', 'th', 'el', 'fa', 'und', 'en', 'ru'];

  test('any text gives spans inside it, in order, that do not overlap', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        ...'שר החוץ|ו|טום פרייס|אמר|प्रधानमंत्री|रमेश|वर्मा|ने|นาย|สมชาย|ใจดี|กล่าว|υπουργός|Νίκος|Αλεξίου'.split(
          '|',
        ),
        ...'\u200b|\u202e|\u200f|\ud800|\u05b0|Лaврoв|ПРЕЗИДЕНТ|\n|. '.split('|'),
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(7), (pieces, which) => {
        const body = pieces.join(which % 2 === 0 ? ' ' : '');
        const language = codes[which] ?? 'und';
        const script = scripts[language] ?? { en: 'Latn', ru: 'Cyrl' }[language] ?? 'Zyyy';
        const mentions = recognizer
          .recognize({ title: '', body, language, script })
          .flatMap((person) => person.mentions)
          .sort((one, other) => one.start - other.start);
        for (const [at, { start, end }] of mentions.entries()) {
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(mentions[at + 1]?.start ?? body.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    [
      'zero-width and bidirectional characters',
      'he',
      'שר החוץ \u200fסר\u200bגיי קוזלוב\u202c אמר כי כן.',
      'סר\u200bגיי קוזלוב',
    ],
    ['mixed scripts', 'hi', 'राष्ट्रपति John Smith ने कहा कि Лавров आए।', null],
  ])('%s', (_kind, language, body, name) => {
    const names = Object.values(read(language, body)).flat();
    if (name !== null) expect(names).toEqual([expect.stringContaining(name)]);
    else expect(names.every((each) => body.includes(each))).toBe(true);
  });

  test('names of 500 characters, lines of capitals, and tables of 5,000 names come back, none lost', () => {
    expect(read('he', `הנשיא ${'קוזלוב'.repeat(84)} אמר`)).toEqual({});
    expect(read('th', `นาย${'สมชาย'.repeat(100)} ${'ใจดี'.repeat(100)}`)).toEqual({});
    expect(() => read('el', 'Ο ΠΡΩΘΥΠΟΥΡΓΟΣ ΚΥΡΙΑΚΟΣ ΠΑΠΑΔΟΠΟΥΛΟΣ ΣΤΗΝ ΑΘΗΝΑ\n'.repeat(500))).not.toThrow();
    const rows = (name: (letter: string) => string, letters: string): string =>
      Array.from({ length: 5000 }, (_, row) => {
        const [one = '', two = '', three = ''] = [
          row % 18,
          Math.floor(row / 18) % 18,
          Math.floor(row / 324),
        ].map((at) => letters.charAt(at));
        return name(one + two + three);
      }).join('\n');
    const hindi = rows((part) => `श्री ${part} ${part}क ने`, 'कखगघचछजझटठडढतथदधनप');
    expect(Object.values(read('hi', hindi)).flat()).toHaveLength(5000);
    const hebrew = rows((part) => `הנשיא ${part} ${part}א אמר`, 'גדזחטירנסעפצקתםףץך');
    expect(Object.values(read('he', hebrew)).flat()).toHaveLength(5000);
  });

  test('a letter of another alphabet inside a name stays inside one mention', () => {
    const body = 'Министр Сергей Лaвров прибыл в Москву.';
    const people = recognizer.recognize({ title: '', body, language: 'ru', script: 'Cyrl' });
    expect(people.map(({ name }) => name)).toEqual(['Сергей Лaвров']);
  });
});
