/**
 * The commonest function words of languages that share a script. If a query has enough of them, they tell its language.
 * Lower case; a word that several languages share is listed for each.
 */
export const functionWords: Readonly<Record<string, readonly string[]>> = {
  en: 'the of and to in is was were are who what which when where how did does do by for with from that this on at has have had many much it its an'.split(
    ' ',
  ),
  es: 'el la los las de del y en que qué es fue fueron quién quiénes cuál cuáles cuándo dónde cómo cuántos cuántas por para con una un se su al lo ha era como'.split(
    ' ',
  ),
  fr: 'le la les de des du et en que qui quoi est sont était quel quelle quels quelles quand où comment combien par pour avec une un dans au aux ce cette sur pas'.split(
    ' ',
  ),
  de: 'der die das den dem des und in ist war waren wer wen wem was welche welcher welches welchen wann wo wie viele von für mit eine ein einen auf zu wird wurde wurden im zum zur nicht'.split(
    ' ',
  ),
  pt: 'o a os as de do da dos das e em que é foi foram quem qual quais quando onde como quantos quantas por para com uma um no na nos nas se ao não'.split(
    ' ',
  ),
  it: 'il lo la i gli le di del della dei e in che è sono era chi quale quali quando dove come quanti quante per con una un nel nella si al alla non'.split(
    ' ',
  ),
  nl: 'de het een en van in is was waren wie wat welke wanneer waar hoe veel door voor met dat die op te aan er werd wordt niet'.split(
    ' ',
  ),
  sv: 'och i att det som en ett på är var av för med till den vem vad vilken vilket vilka när hur många har om från inte'.split(
    ' ',
  ),
  pl: 'i w z na do jest był była było kto co który która które kiedy gdzie jak ile przez dla od się nie o za że to są po jaki jaka jakie'.split(
    ' ',
  ),
  cs: 'a v z na do je byl byla bylo kdo co který která které kdy kde jak kolik pro od se ne o za že to jsou po jaký jaká jaké ve'.split(
    ' ',
  ),
  ro: 'și şi în de la cu pe este a fost au cine ce care când unde cum câți câte câţi pentru din un o al ale lui nu sunt era prin cât câtă cui către după dacă despre sau își ei îi lor unei unui va vor fi fie mai iar acest această acestea aceste'.split(
    ' ',
  ),
  tr: 've bir bu ne kim hangi nerede nasıl kaç zaman için ile da de olarak olan nedir kimdir mi mı en çok göre kadar gibi nasıldır neden niçin nereye neyi kimin hangisi ise veya ama daha sonra önce tarafından arasında üzerinde oldu vardı değil şey her'.split(
    ' ',
  ),
  vi: 'và của là có được cho trong với các những một đã ai gì nào khi đâu như thế bao nhiêu không người này ở từ để'.split(
    ' ',
  ),
  id: 'dan di yang dari ke untuk dengan adalah apa siapa kapan mana bagaimana berapa oleh pada ini itu dalam tidak akan telah'.split(
    ' ',
  ),
  ru: 'и в во на с что кто какой какая какие какое когда где как сколько был была было были по для от из не к у о это за чем чего кого кому чей который которая которые которое почему зачем или его её их он она они же бы то так ли после между под при об со если чтобы'.split(
    ' ',
  ),
  uk: 'і й в у на з що хто який яка які яке коли де як скільки був була було були по для від із не до та це за'.split(
    ' ',
  ),
  ar: 'في من على إلى ما ماذا هو هي التي الذي كم متى أين كيف عن مع هذا هذه كان كانت أن لا'.split(' '),
  fa: 'در از به که را این آن چه چیست کجا کی چگونه چند با برای است بود شد می و یک تا'.split(' '),
};

/**
 * Letters that only one language of the profiles has, or hardly any other. Lower-case words with these letters
 * identify the language too.
 */
export const ownLetters: Readonly<Record<string, RegExp>> = {
  es: /ñ/u,
  de: /ß/u,
  pt: /(?:ção|ções|ã[eo]s?$|õe)/u,
  sv: /å/u,
  pl: /[łąęśźżń]/u,
  cs: /[řěů]/u,
  ro: /[șțăţ]/u,
  tr: /[ğı]/u,
  vi: /[đơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u,
  ru: /[ыэёъ]/u,
  uk: /[іїєґ]/u,
  fa: /[پچژگ]/u,
};
