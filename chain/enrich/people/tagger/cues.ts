import { hashFolded } from './hashing.ts';

/** Classes of words that stand beside names, the same in every language, so that one model serves them all. */
export const cueClasses = {
  none: 0,
  honorific: 1,
  role: 2,
  speech: 3,
  organisation: 4,
  place: 5,
  family: 6,
  particle: 7,
  calendar: 8,
  function: 9,
  modifier: 10,
} as const;

const lists: Readonly<Record<Exclude<keyof typeof cueClasses, 'none'>, string>> = {
  honorific: `mr mrs ms miss dr sir lord lady dame prof rev st señor señora sr sra don doña monsieur madame mme mlle m
    mm herr frau dom dona seu signor signora г-н г-жа господин госпожа السيد السيدة الدكتور الشيخ الحاج الأستاذ`,
  role: `president minister premier chancellor secretary councilor councillor senator governor mayor ambassador king queen
    prince princess pope general colonel major lieutenant judge justice chairman chairwoman chair spokesman spokeswoman
    spokesperson director commissioner congressman congresswoman representative rep sen gov leader candidate officer
    sheriff captain professor attorney founder ceo cfo analyst author singer actor actress coach manager player writer
    journalist economist lawyer bishop archbishop cardinal emperor sultan emir deputy chief head
    presidente presidenta ministro ministra canciller secretario secretaria senador senadora gobernador gobernadora
    alcalde alcaldesa rey reina príncipe papa general coronel juez jueza fiscal portavoz vocero vocera director directora
    comisario diputado diputada líder candidato candidata jefe jefa doctor profesor abogado embajador escritor periodista
    futbolista entrenador mandatario expresidente exministro cantante actor actriz obispo
    président présidente ministre chancelier secrétaire sénateur sénatrice gouverneur maire roi reine général juge
    procureur porte-parole directeur directrice commissaire député députée chef candidate docteur professeur avocat
    ambassadeur écrivain journaliste patron entraîneur joueur chanteur acteur actrice évêque
    präsident präsidentin minister ministerin kanzler kanzlerin bundeskanzler bundeskanzlerin außenminister aussenminister
    außenministerin innenminister finanzminister verteidigungsminister ministerpräsident senator bürgermeister
    oberbürgermeister könig königin prinz prinzessin papst general richter richterin staatsanwalt sprecher sprecherin
    direktor direktorin kommissar abgeordneter abgeordnete chef chefin kandidat kandidatin doktor professor professorin
    anwalt botschafter autor autorin sänger sängerin schauspieler schauspielerin trainer trainerin regisseur forscher
    regierungschef staatschef parteichef vorsitzender vorsitzende geschäftsführer experte expertin künstler
    primeiro-ministro deputado deputada governador prefeito rei rainha juiz porta-voz diretor chefe técnico jogador
    cantor ator atriz bispo professor embaixador escritor jornalista atacante zagueiro goleiro
    президент президента президенту президентом министр министра министру министром премьер премьера канцлер канцлера
    глава главы главе главой секретарь секретаря сенатор губернатор губернатора мэр мэра посол посла король королева
    принц папа генерал полковник судья прокурор представитель представителя директор директора депутат депутата лидер
    лидера кандидат адвокат профессор председатель председателя спикер актер актриса певец певица режиссер тренер
    писатель журналист чиновник руководитель заместитель премьер-министр премьер-министра вице-президент экс-президент
    رئيس الرئيس رئيسة الرئيسة وزير الوزير وزيرة الوزيرة رئيسا أمير الملك الملكة النائب نائب النائبة عضو سفير السفير
    محافظ والي الوالي المدير مدير مديرة الأمين القاضي الجنرال العميد العقيد المحامي المحامية اللاعب المدرب لاعب مدرب
    الفنان الفنانة الممثل الممثلة المخرج الشاعر الكاتب القيادي الناطق المتحدث زعيم مستشار المستشار كاتب الخبير الأستاذ
    الصحفي الصحفية الإعلامي الإعلامية المهندس الشهيد الراحل المدعو مراسل مراسلة المرحوم الطبيب الباحث المؤرخ الأمير
    الفنانين المستشارة كاتبة أستاذ طبيب مهندس قائد القائد المرشح المنسق العام`,
  speech: `said says told added noted stressed announced declared stated explained argued wrote tweeted asked replied
    insisted warned called met visited dijo afirmó aseguró señaló explicó declaró indicó añadió anunció agregó sostuvo
    expresó según a déclaré affirmé annoncé expliqué ajouté estimé indiqué selon dit sagte sagt erklärte betonte teilte
    meinte forderte warnte kritisierte kündigte schrieb disse afirmou declarou explicou segundo contou сказал сказала
    заявил заявила сообщил сообщила отметил отметила добавил добавила подчеркнул рассказал рассказала считает пояснил
    قال قالت أكد أكدت صرح صرحت أضاف أضافت أوضح أوضحت أعلن أعلنت أفاد أشار أشارت كشف شدد دعا اعتبر اعتبرت بين وأكد
    وأضاف وقال وأوضح وأشار وصرح وأعلن وشدد وبين واعتبر وأفاد ودعا`,
  organisation: `inc corp ltd co llc company group bank party ministry university institute council committee commission
    court parliament congress senate house league club fc union association federation agency office department police
    army foundation school college church hospital museum party times post news award prize cup street avenue road
    boulevard airport stadium partido ministerio universidad instituto consejo comité comisión tribunal congreso cámara
    liga asociación federación agencia oficina policía ejército fundación hospital premio copa calle avenida plaza
    aeropuerto estadio parti ministère université conseil cour parlement assemblée ligue banque groupe rue prix coupe
    partei ministerium universität institut rat ausschuss kommission gericht bundestag verein gmbh ag straße platz preis
    pokal stiftung schule kirche universidade conselho comissão câmara associação polícia rua avenida praça banco
    партия партии министерство министерства университет университета институт совет комитет суд парламент дума думы
    лига клуб банк компания компании улица улицы площадь премия премии имени завод фонд حزب وزارة الوزارة جامعة معهد
    مجلس لجنة محكمة برلمان جمعية منظمة حركة شركة بنك نادي النادي ملعب مدينة ولاية شارع جائزة مستشفى مطار قناة صحيفة`,
  place: `in at en dans im à aux nach aus em no na в на из под при city town county state river island mountain province
    ciudad provincia estado río isla ville province région stadt land cidade região город города область области район
    района край река остров في إلى من بمدينة بولاية مدينة ولاية معتمدية`,
  family: `son daughter wife husband brother sister father mother widow uncle aunt cousin nephew hijo hija esposa esposo
    mujer marido hermano hermana padre madre fils fille femme époux épouse mari frère sœur père mère sohn tochter frau
    mann bruder schwester vater mutter witwe filho filha marido irmão irmã pai mãe сын сына дочь жена жены женой муж
    мужа брат брата сестра отец отца мать вдова ابن ابنة زوجة زوج شقيق شقيقة والد والدة`,
  particle: `de del della di da dos das do du des la le van von der den ten ter zu zur af av bin ibn ben al el ul ur y e
    al- d l o аль эль ибн бин оглы де ван фон да дер ди بن ابن بنت أبو ابو آل`,
  calendar: `january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday enero febrero marzo abril mayo junio julio agosto septiembre octubre
    noviembre diciembre lunes martes miércoles jueves viernes sábado domingo janvier février mars avril mai juin juillet
    août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche januar februar märz
    april juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag января февраля марта
    апреля мая июня июля августа сентября октября ноября декабря`,
  function: `the a an and of to for that this with by from as on but he she it his her they we who which el los las un una
    que con por para se su lo al pero este esta les un une et qui que pour par avec son sa ses ce cette il elle mais der
    die das ein eine und mit für auf dem den des er sie es nicht auch o os as um uma que com para por se и с что как не
    он она его ее к по от за а но или это أن إن ان في من على عن مع كان كانت قد هذا هذه التي الذي ما لا لم لن بعد قبل خلال كل حول
    عند كما حيث وقد ذلك تلك هو هي هم ثم أو بل غير بين حتى إذا عملية أمام ضد تحت فوق منذ لدى عبر ضمن دون يوم اليوم أمس`,
  modifier: `former new foreign prime vice deputy acting late exprime ex interim general federal republican democratic
    russian chinese american french german british japanese israeli iranian turkish ukrainian spanish italian canadian
    indian mexican brazilian estadounidense español francés alemán ruso chino argentino mexicano israelí británico
    américain français allemand russe chinois britannique espagnol israélien turc ukrainien ancien ancienne premier
    nouveau us-amerikanische deutsche russische französische britische chinesische ehemalige frühere amerikanische
    бывший бывшего новый российский российского американский американского украинский первый главный السابق الجديد
    التونسي التونسية الأمريكي الفرنسي الروسي الليبي الجزائري المصري السوري التركي الإيراني الإسرائيلي الأول العام`,
};

const classByHash: ReadonlyMap<number, number> = new Map(
  Object.entries(lists)
    .reverse()
    .flatMap(([name, words]) =>
      words.split(/\s+/u).map((word) => [hashFolded(word, 0, word.length), cueClassOf(name)] as const),
    ),
);

function cueClassOf(name: string): number {
  return Object.entries(cueClasses).find(([known]) => known === name)?.[1] ?? 0;
}

/** Every class with its words, in an order that does not depend on where they are listed. */
export const cueVocabulary = (): readonly string[] =>
  Object.entries(lists).map(([name, words]) => [name, ...new Set(words.split(/\s+/u).sort())].join(' '));

/** The class of a word by `hashFolded`; 0 where it is no cue. */
export const cueOf = (hash: number): number => classByHash.get(hash) ?? 0;
