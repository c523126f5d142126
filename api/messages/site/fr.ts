import type { SiteMessages } from '../site-messages.ts';

export const frenchSite: SiteMessages = {
  filterAndSort: 'Filtrer et trier',
  showResults: 'Afficher les résultats',
  chosen: 'Filtres choisis',
  remove: (name) => `Retirer ${name}`,
  pastDay: 'Dernières 24 heures',
  pastWeek: 'Semaine écoulée',
  pastMonth: 'Mois écoulé',
  pastYear: 'Année écoulée',
  anyTime: 'Toutes les dates',
  showAll: 'Tout afficher',
  findInList: 'Chercher dans cette liste',
  copies: (count, plural) => `${count} ${plural === 'one' ? 'copie' : 'copies'}`,
  untitled: 'Sans titre',
  developers: 'Pour les développeurs',
  peak: 'Maximum',
  readAt: 'Lire sur',
  cite: 'Citer',
  about: 'À propos',
  aboutText:
    'Dateline rassemble ce que publient les gouvernements et les agences de presse et permet d’y chercher en de nombreuses langues. Chaque article garde sa source, sa date et toutes ses versions. Les personnes se trouvent par leur nom dans toutes les écritures.',
  sources: 'Sources',
  lastArticle: 'Dernier article',
  contact: 'Corrections et retrait',
  contactText:
    'Si un texte, un nom ou une date est faux, ou si un article ne devrait pas figurer ici, écrivez à l’exploitant en donnant l’adresse de la page. Ce qu’une source corrige apparaît comme nouvelle version ; ce qui est retiré n’est plus affiché.',
  imprint: 'Mentions légales',
  notConfigured: 'L’exploitant de cette installation n’a donné ni nom ni adresse.',
  privacy: 'Confidentialité',
  privacyText:
    'Les pages ne déposent aucun cookie et ne chargent rien d’autres sites. Le journal garde le type de page, l’heure, le résultat et la durée d’une requête, mais ni les mots cherchés ni l’adresse du lecteur. Pour limiter les abus, les requêtes d’une adresse sont comptées pendant un court moment.',
  offline: 'Vous êtes hors ligne',
  offlineHelp: 'La recherche a besoin d’une connexion. Réessayez quand vous serez en ligne.',
  whichDate: 'De quel jour s’agit-il ?',
};
