import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanArticle } from '../../../chain/clean/index.ts';
import { decode } from '../../../chain/decode/index.ts';
import { findLanguage, loadLanguageIdentifier } from '../../../chain/enrich/language/index.ts';

const languages = loadLanguageIdentifier();

test.each([
  ['en', 'The government announced a new policy today'],
  ['ru', 'Сегодня в Москве прошло заседание правительства'],
  ['uk', 'Сьогодні в Києві відбулося засідання уряду'],
  ['bg', 'Днес в София се проведе заседание на правителството'],
  ['cs', 'Dnes se v Praze konalo zasedání vlády'],
  ['sk', 'Dnes sa v Bratislave konalo zasadnutie vlády'],
  ['pt', 'O governo anunciou hoje uma nova política'],
  ['es', 'El gobierno anunció hoy una nueva política'],
  ['sv', 'Regeringen höll i dag ett möte i Stockholm'],
  ['da', 'Regeringen holdt i dag et møde i København'],
  ['id', 'Pemerintah mengumumkan kebijakan baru hari ini'],
  ['mr', 'सरकारने आज नवीन धोरण जाहीर केले आहे'],
  ['hi', 'सरकार ने आज नई नीति की घोषणा की है'],
  ['hi', 'वह अमर थे।'],
  ['mr', 'आता मी घरी नाही.'],
  ['cs', 'Jedna se o nabidku, ktera jeste neni hotova.'],
  ['cs', 'Vlada vcera schvalila novy zakon o skolach.'],
  ['id', 'Meskipun hujan, mereka tetap pergi ke pasar.'],
  ['ms', 'Kerajaan akan mengumumkan harga minyak esok.'],
  ['nl', 'De minister vloog gisteren naar Kaapstad.'],
  ['af', 'Die minister het gister na Kaapstad gevlieg.'],
  ['sr', 'Председник је данас разговарао са министром.'],
  ['ru', 'Он ушёл домой.'],
  ['ja', '政府は本日、新しい政策を発表しました'],
  ['ja', '国会議員選挙、来月実施'],
  ['zh', '日本經濟新聞報導，台湾的学校'],
  ['fa', 'دولت امروز سیاست جدیدی را اعلام کرد'],
  ['ar', 'أعلنت الحكومة اليوم سياسة جديدة'],
])('tells %s', (code, sentence) => {
  expect(languages.identify(sentence).code).toBe(code);
});

test('tells the two ways of writing Chinese', () => {
  expect(languages.identify('政府今天宣布新的经济政策')).toEqual({ code: 'zh', script: 'Hans' });
  expect(languages.identify('政府今天宣佈新的經濟政策')).toEqual({ code: 'zh', script: 'Hant' });
});

test('answers to any text, and `und` where there is no letter', () => {
  expect(languages.identify('12 :-) 34').code).toBe('und');
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      (text) => languages.identify(text).code.length > 1,
    ),
  );
});

test.each([
  ['kk', 'Үкімет бүгін жаңа саясатты жариялады', 'Cyrl'],
  ['eu', 'Gobernuak politika berria aurkeztu du gaur', 'Latn'],
])('a given language without a profile, %s, is written as its letters tell', (language, body, script) => {
  const content = JSON.stringify({ title: body, body, language });
  const input = {
    contentType: 'application/json',
    charset: null,
    content,
    given: { title: body, body, language },
  };
  const clean = cleanArticle(decode({ id: language, revision: 1, input }));
  expect(findLanguage(clean, languages)).toEqual({ code: language, script });
});

test.each([
  ['da', 'Statsministeren mødtes torsdag med sin svenske kollega i København.'],
  ['no', 'Statsministeren møtte torsdag sin svenske kollega i Oslo.'],
  ['no', 'Regjeringa vil ikkje endre lova før valet til hausten.'],
  ['fi', 'Pääministeri tapasi torstaina ruotsalaisen kollegansa Helsingissä.'],
  ['hu', 'A miniszterelnök csütörtökön találkozott svéd kollégájával Budapesten.'],
  ['bg', 'Министър-председателят се срещна в четвъртък с шведския си колега в София.'],
  ['sr', 'Председник владе састао се у четвртак са шведским колегом у Београду.'],
  ['sr', 'Predsednik vlade sastao se u četvrtak sa švedskim kolegom u Beogradu.'],
  ['sr', 'Škole su zatvorene zbog oluje, a vozovi posle ponoći nisu saobraćali.'],
  ['hr', 'Predsjednik vlade sastao se u četvrtak sa švedskim kolegom u Zagrebu.'],
  ['hr', 'Škole su zatvorene zbog oluje, a vlakovi nakon ponoći nisu vozili.'],
  ['sk', 'Predseda vlády sa vo štvrtok stretol so švédskym kolegom v Bratislave.'],
  ['ca', 'El primer ministre es va reunir dijous amb el seu homòleg suec a Barcelona.'],
  ['bn', 'প্রধানমন্ত্রী বৃহস্পতিবার ঢাকায় বৈঠক করেছেন।'],
  ['ta', 'பிரதமர் வியாழக்கிழமை சென்னையில் ஆலோசனை நடத்தினார்.'],
  ['ur', 'وزیراعظم نے جمعرات کو اسلام آباد میں سویڈن کے ہم منصب سے ملاقات کی۔'],
])('tells %s from its neighbours', (code, sentence) => {
  expect(languages.identify(sentence).code).toBe(code);
});

test.each([
  ['nb-NO', 'Regjeringen møttes i dag', 'no', 'Latn'],
  ['nn', 'Regjeringa møttest i dag', 'no', 'Latn'],
  ['sr', 'Влада се састала данас', 'sr', 'Cyrl'],
  ['sr-RS', 'Vlada se sastala danas', 'sr', 'Latn'],
])('a given tag, %s, names the language, and the letters its script: %s', (language, body, code, script) => {
  const input = {
    contentType: 'text/plain',
    charset: null,
    content: body,
    given: { title: body, body, language },
  };
  const clean = cleanArticle(decode({ id: language, revision: 1, input }));
  expect(findLanguage(clean, languages)).toEqual({ code, script });
});
