import { expect, test } from '@jest/globals';
import { createChain } from '../../../chain/index.ts';

/** Typical pages of languages without a tagger of their own: our own words, in each language's usual forms. */
interface Page {
  readonly language: string;
  readonly script: string;
  readonly menu: string;
  readonly title: string;
  readonly date: string;
  readonly text: readonly string[];
  readonly credit: string;
  readonly related: string;
  readonly legal: string;
}

const expected = { date: '2019-12-12' } as const;

const pages: readonly (Page & { readonly agency: string })[] = [
  {
    language: 'da',
    script: 'Latn',
    menu: 'Forside|Nyheder|Kontakt|Log ind',
    title: 'Havnebyen sætter den gamle bro i stand',
    date: 'Offentliggjort torsdag d. 12. december 2019 kl. 09.30',
    text: [
      'Byrådet besluttede onsdag aften at sætte den gamle bro i stand. Den har båret trafikken over åen siden 1931.',
      'Vi har ventet længe nok, sagde borgmesteren efter afstemningen og tilføjede, at arbejdet begynder før vinteren.',
      'Ingeniørerne regner med, at den nye bro af stål og træ åbner inden for to år.',
    ],
    credit: '/ritzau/',
    agency: 'ritzau',
    related: 'Læs også: Færgen sejler igen',
    legal: 'Alle rettigheder forbeholdes. Ansvarshavende chefredaktør: A. Jensen',
  },
  {
    language: 'no',
    script: 'Latn',
    menu: 'Forsiden|Nyheter|Kontakt oss|Logg inn',
    title: 'Havnebyen setter i stand den gamle broen',
    date: 'Publisert 12. desember 2019 kl. 09:30',
    text: [
      'Kommunestyret vedtok onsdag kveld å sette i stand den gamle broen, som har båret trafikken over elva siden 1931.',
      'Vi har ventet lenge nok, sa ordføreren etter avstemningen og la til at arbeidet begynner før vinteren.',
      'Ingeniørene regner med at den nye broen av stål og tre åpner innen to år.',
    ],
    credit: '(©NTB)',
    agency: 'ntb',
    related: 'Les også: Fergen går igjen',
    legal: 'Alle rettigheter forbeholdt. Ansvarlig redaktør: A. Hansen',
  },
  {
    language: 'fi',
    script: 'Latn',
    menu: 'Etusivu|Uutiset|Yhteystiedot|Kirjaudu',
    title: 'Satamakaupunki korjaa vanhan sillan',
    date: 'Julkaistu 12. joulukuuta 2019 klo 9.30',
    text: [
      'Kaupunginvaltuusto päätti keskiviikkoiltana korjata vanhan sillan, joka on kantanut liikenteen joen yli vuodesta 1931.',
      'Olemme odottaneet tarpeeksi kauan, sanoi pormestari äänestyksen jälkeen ja lisäsi, että työt alkavat ennen talvea.',
      'Insinöörit arvioivat, että uusi teräksestä ja puusta rakennettu silta avataan kahden vuoden kuluessa.',
    ],
    credit: 'Lähde: STT',
    agency: 'stt',
    related: 'Lue myös: Lautta kulkee taas',
    legal: 'Kaikki oikeudet pidätetään. Vastaava päätoimittaja: A. Virtanen',
  },
  {
    language: 'hu',
    script: 'Latn',
    menu: 'Főoldal|Hírek|Kapcsolat|Belépés',
    title: 'Felújítja régi hídját a kikötőváros',
    date: 'Megjelent: 2019. december 12. 09:30',
    text: [
      'A képviselő-testület szerda este úgy döntött, hogy felújítja a régi hidat, amely 1931 óta viseli a folyó forgalmát.',
      'Eleget vártunk, mondta a polgármester a szavazás után, és hozzátette, hogy a munka még a tél előtt megkezdődik.',
      'A mérnökök arra számítanak, hogy az acélból és fából épülő új híd két éven belül megnyílik.',
    ],
    credit: 'Forrás: MTI',
    agency: 'mti',
    related: 'Kapcsolódó cikkek: Újra jár a komp',
    legal: 'Minden jog fenntartva. Felelős kiadó: Kovács A.',
  },
  {
    language: 'bg',
    script: 'Cyrl',
    menu: 'Начало|Новини|Контакти|Вход',
    title: 'Пристанищният град ремонтира стария мост',
    date: 'Публикувано: 12 декември 2019 г., 09:30 ч.',
    text: [
      'Общинският съвет реши в сряда вечерта да ремонтира стария мост, който носи движението през реката от 1931 година.',
      'Чакахме достатъчно дълго, каза кметът след гласуването и добави, че работата започва преди зимата.',
      'Инженерите очакват новият мост от стомана и дърво да бъде открит до две години.',
    ],
    credit: 'Източник: БТА',
    agency: 'bta',
    related: 'Вижте още: Фериботът отново плава',
    legal: 'Всички права запазени. Главен редактор: А. Иванов',
  },
  {
    language: 'sr',
    script: 'Cyrl',
    menu: 'Насловна|Вести|Контакт|Пријава',
    title: 'Лучки град обнавља стари мост',
    date: 'Објављено: 12. децембар 2019. у 09:30',
    text: [
      'Градско веће одлучило је у среду увече да обнови стари мост, који носи саобраћај преко реке од 1931. године.',
      'Довољно смо чекали, рекао је градоначелник после гласања и додао да радови почињу пре зиме.',
      'Инжењери очекују да ће нови мост од челика и дрвета бити отворен за две године.',
    ],
    credit: 'Извор: Танјуг',
    agency: 'tanjug',
    related: 'Прочитајте још: Трајект поново вози',
    legal: 'Сва права задржана. Главни уредник: А. Петровић',
  },
  {
    language: 'sr',
    script: 'Latn',
    menu: 'Naslovna|Vesti|Kontakt|Prijava',
    title: 'Lučki grad obnavlja stari most preko reke',
    date: 'Objavljeno: 12. decembar 2019. u 09:30',
    text: [
      'Gradsko veće odlučilo je u sredu uveče da obnovi stari most, koji nosi saobraćaj preko reke od 1931. godine.',
      'Dovoljno smo čekali, rekao je gradonačelnik posle glasanja i dodao da radovi počinju pre zime.',
      'Inženjeri očekuju da će novi most od čelika i drveta biti otvoren za dve godine.',
    ],
    credit: 'Izvor: Tanjug',
    agency: 'tanjug',
    related: 'Pročitajte još: Trajekt ponovo vozi',
    legal: 'Sva prava zadržana. Glavni urednik: A. Petrović',
  },
  {
    language: 'hr',
    script: 'Latn',
    menu: 'Naslovnica|Vijesti|Kontakt|Prijava',
    title: 'Lučki grad obnavlja stari most preko rijeke',
    date: 'Objavljeno: 12. prosinca 2019. u 09:30',
    text: [
      'Gradsko vijeće odlučilo je u srijedu navečer obnoviti stari most, koji nosi promet preko rijeke od 1931. godine.',
      'Dovoljno smo čekali, rekao je gradonačelnik nakon glasovanja i dodao da radovi počinju prije zime.',
      'Inženjeri očekuju da će novi most od čelika i drva biti otvoren za dvije godine.',
    ],
    credit: 'Izvor: Hina',
    agency: 'hina',
    related: 'Pročitajte još: Trajekt opet vozi',
    legal: 'Sva prava pridržana. Glavni urednik: A. Horvat',
  },
  {
    language: 'sk',
    script: 'Latn',
    menu: 'Domov|Správy|Kontakt|Prihlásiť sa',
    title: 'Prístavné mesto opraví starý most',
    date: 'Publikované 12. decembra 2019 o 9:30',
    text: [
      'Mestské zastupiteľstvo rozhodlo v stredu večer o oprave starého mosta, ktorý nesie dopravu cez rieku od roku 1931.',
      'Čakali sme dosť dlho, povedal primátor po hlasovaní a dodal, že práce sa začnú pred zimou.',
      'Inžinieri počítajú s tým, že nový most z ocele a dreva otvoria do dvoch rokov.',
    ],
    credit: 'Zdroj: TASR',
    agency: 'tasr',
    related: 'Čítajte aj: Kompa opäť premáva',
    legal: 'Všetky práva vyhradené. Šéfredaktor: A. Kováč',
  },
  {
    language: 'ca',
    script: 'Latn',
    menu: 'Inici|Notícies|Contacte|Inicia sessió',
    title: 'La ciutat portuària arregla el pont vell',
    date: 'Publicat el 12 de desembre de 2019 a les 9:30',
    text: [
      'El ple municipal va decidir dimecres al vespre arreglar el pont vell, que porta el trànsit sobre el riu des del 1931.',
      'Ja hem esperat prou, va dir l’alcalde després de la votació, i va afegir que les obres començaran abans de l’hivern.',
      'Els enginyers preveuen que el nou pont, d’acer i fusta, s’obrirà d’aquí a dos anys.',
    ],
    credit: 'Font: ACN',
    agency: 'acn-cat',
    related: 'Llegiu també: El ferri torna a navegar',
    legal: 'Tots els drets reservats. Avís legal',
  },
  {
    language: 'bn',
    script: 'Beng',
    menu: 'প্রচ্ছদ|সর্বশেষ|যোগাযোগ|লগইন',
    title: 'পুরোনো সেতু মেরামত করবে বন্দর নগরী',
    date: 'প্রকাশিত: ১২ ডিসেম্বর ২০১৯, সকাল ৯:৩০',
    text: [
      'নগর পরিষদ বুধবার সন্ধ্যায় পুরোনো সেতুটি মেরামতের সিদ্ধান্ত নিয়েছে। ১৯৩১ সাল থেকে এই সেতু দিয়ে নদী পারাপার হচ্ছে।',
      'ভোটের পর মেয়র বলেন, আমরা অনেক দিন অপেক্ষা করেছি। শীতের আগেই কাজ শুরু হবে বলে তিনি জানান।',
      'প্রকৌশলীরা আশা করছেন, ইস্পাত ও কাঠের নতুন সেতু দুই বছরের মধ্যে খুলে দেওয়া হবে।',
    ],
    credit: 'সূত্র: বাসস',
    agency: 'bss',
    related: 'আরও পড়ুন: আবার চলছে ফেরি',
    legal: 'সর্বস্বত্ব সংরক্ষিত',
  },
  {
    language: 'ta',
    script: 'Taml',
    menu: 'முகப்பு|செய்திகள்|தொடர்புக்கு|உள்நுழை',
    title: 'பழைய பாலத்தைச் சீரமைக்கும் துறைமுக நகரம்',
    date: 'வெளியிடப்பட்டது: 12 டிசம்பர் 2019',
    text: [
      'நகர மன்றம் புதன்கிழமை மாலை பழைய பாலத்தைச் சீரமைக்க முடிவு செய்தது. இந்தப் பாலம் 1931 முதல் ஆற்றின் மீது போக்குவரத்தைத் தாங்கி வருகிறது.',
      'நாங்கள் போதுமான காலம் காத்திருந்தோம் என்று வாக்கெடுப்புக்குப் பின் மேயர் கூறினார். குளிர்காலத்துக்கு முன் பணிகள் தொடங்கும் என்றார்.',
      'எஃகு மற்றும் மரத்தால் ஆன புதிய பாலம் இரண்டு ஆண்டுகளில் திறக்கப்படும் என்று பொறியாளர்கள் எதிர்பார்க்கின்றனர்.',
    ],
    credit: 'நன்றி: பிடிஐ',
    agency: 'pti',
    related: 'மேலும் படிக்க: மீண்டும் படகுச் சேவை',
    legal: 'அனைத்து உரிமைகளும் பாதுகாக்கப்பட்டவை',
  },
  {
    language: 'ur',
    script: 'Arab',
    menu: 'صفحہ اول|تازہ ترین|رابطہ|لاگ ان',
    title: 'بندرگاہ کا شہر پرانے پل کی مرمت کرے گا',
    date: 'تاریخ اشاعت: 12 دسمبر 2019 صبح 9:30 بجے',
    text: [
      'شہر کی کونسل نے بدھ کی شام پرانے پل کی مرمت کا فیصلہ کیا ہے۔ یہ پل 1931 سے دریا پر آمدورفت کا ذریعہ ہے۔',
      'ووٹنگ کے بعد میئر نے کہا کہ ہم نے کافی انتظار کر لیا ہے اور کام سردیوں سے پہلے شروع ہو جائے گا۔',
      'انجینئروں کو توقع ہے کہ فولاد اور لکڑی کا نیا پل دو سال میں کھول دیا جائے گا۔',
    ],
    credit: 'بشکریہ: اے پی پی',
    agency: 'app',
    related: 'مزید پڑھیں: کشتی سروس بحال',
    legal: 'جملہ حقوق محفوظ ہیں',
  },
];

const htmlOf = ({ menu, title, date, text, credit, related, legal }: Page): string => `<!doctype html><html>
<head><meta charset="utf-8"><title>${title} | Gazette</title></head><body>
<header class="site-header"><nav><ul>${menu
  .split('|')
  .map((entry, at) => `<li><a href="/${at}">${entry}</a></li>`)
  .join('')}</ul></nav></header>
<main><article><h1>${title}</h1><div class="article-meta">${date}</div>
<div class="article-body">${text.map((line) => `<p>${line}</p>`).join('')}<p>${credit}</p></div></article>
<section class="related"><ul><li><a href="/a">${related}</a></li></ul></section></main>
<footer class="site-footer"><p>© 2019 Gazette. ${legal}</p></footer></body></html>`;

const chain = createChain();

const read = (page: Page) =>
  chain.makeDocument({
    raw: {
      id: 'a',
      revision: 1,
      input: { contentType: 'text/html', charset: null, content: htmlOf(page), given: {} },
    },
    acceptance: { checksum: 'c', received: '2020-01-01T00:00:00.000Z' },
  });

test.each(pages)('a page in $language ($script): title, text, date, agency', (page) => {
  const { language, script, title, body, date, agency } = read(page);
  expect({ language, script, title, date, agency }).toEqual({
    language: page.language,
    script: page.script,
    title: page.title,
    date: expected.date,
    agency: [page.agency],
  });
  expect(body.split('\n').filter((line) => line !== '')).toEqual(page.text);
});
