/** Languages that the script alone identifies. */
export const byScript: Readonly<Record<string, string>> = {
  Jpan: 'ja',
  Hani: 'zh',
  Hang: 'ko',
  Grek: 'el',
  Thai: 'th',
  Beng: 'bn',
  Taml: 'ta',
  Telu: 'te',
  Gujr: 'gu',
  Guru: 'pa',
  Geor: 'ka',
  Armn: 'hy',
  Knda: 'kn',
  Mlym: 'ml',
  Hebr: 'he',
};

/** Languages of a script that several share; all others of the model are written in Latin letters. */
export const sharing: Readonly<Record<string, readonly string[]>> = {
  Cyrl: ['be', 'bg', 'kk', 'mk', 'mn', 'ru', 'sr', 'uk'],
  Arab: ['ar', 'fa', 'ur'],
  Deva: ['hi', 'mr'],
};
