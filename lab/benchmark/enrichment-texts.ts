/** Our own sentences; `%` is replaced by a full name, `#` by its surname. */
const sentences: Readonly<Record<string, readonly string[]>> = {
  en: [
    'President % met the foreign ministers of three neighbouring countries on Monday to discuss trade and security.',
    '# said the two sides had agreed to resume talks before the end of the year.',
    'The ministry announced that the new rules would apply from 1 March, after parliament had voted on them.',
    'Officials from both countries will continue the work in Geneva next week, a spokesperson said.',
  ],
  de: [
    'Außenminister % sprach am Montag in Berlin mit seinen Kollegen über Handel und Sicherheit.',
    '# sagte, beide Seiten wollten die Gespräche noch in diesem Jahr wieder aufnehmen.',
    'Das Ministerium teilte mit, dass die neuen Regeln ab dem 1. März gelten, nachdem der Bundestag abgestimmt hat.',
  ],
  ru: [
    'Министр иностранных дел % провёл в понедельник переговоры с коллегами из трёх соседних стран.',
    '# заявил, что стороны договорились возобновить консультации до конца года.',
    'В министерстве сообщили, что новые правила вступят в силу с 1 марта после голосования в парламенте.',
  ],
  zh: [
    '外交部长%十日在北京会见了三个邻国的外长，就贸易和安全问题交换意见。',
    '#表示，双方同意在年底前恢复会谈，进一步加强各领域合作。',
    '该部宣布，新规定将在议会表决后于三月一日起施行。',
  ],
  ja: [
    '%外相は十日、東京で隣国の外相と会談し、貿易と安全保障について協議した。',
    '#氏は、双方が年内に協議を再開することで合意したと述べた。',
    '外務省は、新しい規則が国会の採決を経て三月一日から施行されると発表した。',
  ],
  ko: [
    '% 외교부 장관은 10일 서울에서 이웃 나라 외교장관들과 만나 무역과 안보 문제를 논의했다.',
    '# 장관은 양측이 올해 안에 협의를 재개하기로 합의했다고 말했다.',
    '외교부는 새 규정이 국회 표결을 거쳐 3월 1일부터 시행된다고 밝혔다.',
  ],
  ar: [
    'التقى وزير الخارجية % يوم الاثنين وزراء خارجية ثلاث دول مجاورة لبحث التجارة والأمن.',
    'وقال # إن الجانبين اتفقا على استئناف المحادثات قبل نهاية العام.',
    'وأعلنت الوزارة أن القواعد الجديدة ستطبق ابتداء من أول مارس بعد تصويت البرلمان.',
  ],
};

const names: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  en: [
    ['Maria Johnson', 'Johnson'],
    ['David Miller', 'Miller'],
    ['Robert Clark', 'Clark'],
  ],
  de: [
    ['Thomas Weber', 'Weber'],
    ['Anna Schmidt', 'Schmidt'],
  ],
  ru: [
    ['Николай Петров', 'Петров'],
    ['Ольга Смирнова', 'Смирнова'],
  ],
  zh: [
    ['王建国', '王建国'],
    ['安德烈·莫罗', '莫罗'],
  ],
  ja: [
    ['田中太郎', '田中'],
    ['鈴木一郎', '鈴木'],
  ],
  ko: [
    ['김철수', '김'],
    ['박영희', '박'],
  ],
  ar: [
    ['محمد الهاشمي', 'الهاشمي'],
    ['سعيد العمري', 'العمري'],
  ],
};

/** 200 articles of some 2,500 characters, title in the first line; the same on every call. */
export const articleBodies = (language: string): string[] =>
  Array.from({ length: 200 }, (_, article) => {
    const lines = sentences[language] ?? [];
    const people = names[language] ?? [];
    return Array.from({ length: 25 }, (_, line) => {
      const [full = '', surname = ''] = people[(article + Math.floor(line / 6)) % people.length] ?? [];
      return (lines[(article + line * 7) % lines.length] ?? '').replace('%', full).replace('#', surname);
    }).join('\n');
  });
