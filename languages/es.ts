import { acronym, forms, stemmer, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';
import { splitWords } from './split-words.ts';
import { stopWords } from './stop-words.ts';

/** Pronouns written onto infinitives, gerunds and imperatives. */
const enclitics: readonly string[] =
  'me te se lo la los las le les nos os melo telo selo sela selos selas noslo nosla'.split(' ');

/** All that the system knows about Spanish. */
export const spanish: LanguageProfile = {
  code: 'es',
  name: 'español',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    filters: {
      ...acronym,
      ...stop('es_stop', stopWords.es),
      ...forms('es', { suffixes: enclitics }),
      ...stemmer('es_stemmer', 'light_spanish'),
    },
    text: {
      tokenizer: 'standard',
      filters: ['lowercase', 'acronym', 'es_stop', 'es_forms', 'es_stemmer', 'icu_folding'],
    },
    exact: { tokenizer: 'standard', filters: ['lowercase', 'icu_folding', 'acronym'] },
  },
  dates: {
    months: [
      ['enero', 'ene'],
      ['febrero', 'feb'],
      ['marzo', 'mar'],
      ['abril', 'abr'],
      ['mayo', 'may'],
      ['junio', 'jun'],
      ['julio', 'jul'],
      ['agosto', 'ago'],
      ['septiembre', 'sept'],
      ['octubre', 'oct'],
      ['noviembre', 'nov'],
      ['diciembre', 'dic'],
    ],
    weekdays: [
      ['lunes', 'lun'],
      ['martes', 'mar'],
      ['miércoles', 'mié'],
      ['jueves', 'jue'],
      ['viernes', 'vie'],
      ['sábado', 'sáb'],
      ['domingo', 'dom'],
    ],
    order: 'dmy',
    ordinals: ['º', 'ª', '°'],
    beforeMonth: ['de ', 'del '],
    clock: {
      morning: ['a. m.', 'de la mañana'],
      afternoon: ['p. m.', 'de la tarde'],
      before: ['a la', 'a las'],
    },
    publishedLabels: ['publicado', 'publicada', 'fecha de publicación', 'fecha', 'creado', 'publicado el'],
    updatedLabels: ['actualizado', 'actualizada', 'última actualización', 'modificado', 'act.'],
  },
  datelineWords: ['y', 'en'],
  creditWords: {
    makers: ['aut', 'text'],
    writers: ['text'],
    joining: ['y', 'e', 'con'],
    unnamed: ['agencias', 'redacción'],
    photo: ['imagen', 'crédito'],
  },
  credits: [
    'Fuente: {agency}',
    'Fuentes: {agency}',
    'Por {agency}',
    'Con información de {agency}',
    'Con datos de {agency}',
    'Agencia: {agency}',
    'Agencias: {agency}',
    'Redacción / {agency}',
    'Texto: {agency}',
    'Vía {agency}',
    'Tomado de {agency}',
    'Copyright {agency}',
    '© {agency}',
  ],
  furniture: {
    consent: ['cookie'],
    menu: [
      'inicio',
      'menú',
      'buscar',
      'iniciar sesión',
      'registrarse',
      'compartir',
      'imprimir',
      'contacto',
      'quiénes somos',
      'mapa del sitio',
      'volver arriba',
      'suscríbete',
      'suscribirse',
      'publicidad',
      'comentarios',
      'siguiente',
      'anterior',
      'leer más',
      'ver más',
      'vídeo',
      'video',
      'fotos',
    ],
    legal: [
      'todos los derechos reservados',
      'derechos reservados',
      'copyright',
      'prohibida la reproducción',
      'queda prohibida',
      'aviso legal',
      'política de privacidad',
      'utilizamos cookies',
      'este sitio web utiliza',
      'este sitio utiliza',
      'número de registro',
      'nº de registro',
      'registro mercantil',
      'depósito legal',
      'issn',
    ],
    related: [
      'noticias relacionadas',
      'artículos relacionados',
      'relacionadas',
      'relacionados',
      'te puede interesar',
      'le puede interesar',
      'también te puede',
      'lea también',
      'lee también',
      'más noticias',
      'lo más leído',
      'más leídas',
      'comentarios',
      'deja un comentario',
      'temas relacionados',
      'ver también',
      'últimas noticias',
      'compartir en',
      'comparte en',
      'comparte esta',
      'síguenos',
      'síganos',
      'descarga la app',
      'descarga nuestra',
      'descargue la app',
      'escanea el código',
      'suscríbete a',
      'suscríbase a',
    ],
  },
  countryWords: {
    US: ['estadounidense', 'eeuu', 'ee.uu', 'ee. uu'],
    GB: ['británic'],
    FR: ['francés', 'frances'],
    DE: ['alemán', 'aleman'],
    NL: ['holand', 'neerland'],
    CN: ['china', 'chino'],
    JP: ['japon'],
    GR: ['grieg'],
    PL: ['polac'],
    TR: ['turc', 'turqu'],
    UA: ['ucran'],
    EU: ['europe'],
    UN: ['onu', 'naciones unidas'],
  },
  names: {
    titles:
      'presidente presidenta expresidente expresidenta ministro ministra exministro exministra canciller secretario secretaria senador senadora diputado diputada gobernador gobernadora alcalde alcaldesa embajador embajadora señor señora general coronel capitán juez jueza fiscal papa portavoz vocero vocera técnico entrenador guardameta portero arquero delantero lateral extremo zaguero centrocampista mediocampista piloto ciclista tenista boxeador boxeadora hijo hija esposa esposo hermano hermana padre madre hijos hermanos'.split(
        ' ',
      ),
    namesakes:
      'calle avenida plaza estadio aeropuerto hospital portaaviones buque fragata crucero huracán tormenta fundación premio premios instituto copa trofeo'.split(
        ' ',
      ),
    women: 'sra señora doña reina princesa presidenta ministra senadora diputada alcaldesa'.split(' '),
    men: 'sr señor don rey príncipe ministro senador diputado alcalde'.split(' '),
    doubleSurnames: true,
    portfolios:
      'relaciones exteriores exterior gobierno defensa interior hacienda justicia economía salud educación sanidad trabajo estado república seguridad nacional'.split(
        ' ',
      ),
    links: 'de del la las los y para'.split(' '),
  },
  cues: {
    honorific: splitWords(`señor señora sr sra don doña`),
    role: splitWords(`presidente presidenta ministro ministra canciller secretario secretaria senador senadora gobernador
      gobernadora alcalde alcaldesa rey reina príncipe papa general coronel juez jueza fiscal portavoz
      vocero vocera director directora comisario diputado diputada líder candidato candidata jefe jefa
      doctor profesor abogado embajador escritor periodista futbolista entrenador mandatario expresidente
      exministro cantante actor actriz obispo`),
    speech: splitWords(
      `dijo afirmó aseguró señaló explicó declaró indicó añadió anunció agregó sostuvo expresó según`,
    ),
    organisation:
      splitWords(`partido ministerio universidad instituto consejo comité comisión tribunal congreso cámara liga
      asociación federación agencia oficina policía ejército fundación hospital premio copa calle avenida
      plaza aeropuerto estadio`),
    place: splitWords(`en ciudad provincia estado río isla`),
    family: splitWords(`hijo hija esposa esposo mujer marido hermano hermana padre madre`),
    particle: splitWords(`de del la y`),
    calendar:
      splitWords(`enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes
      martes miércoles jueves viernes sábado domingo`),
    function: splitWords(`el los las un una que con por para se su lo al pero este esta les une`),
    modifier: splitWords(
      `exprime estadounidense español francés alemán ruso chino argentino mexicano israelí británico`,
    ),
  },
};
