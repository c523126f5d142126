import type { SiteMessages } from '../site-messages.ts';

export const hebrewSite: SiteMessages = {
  filterAndSort: 'סינון ומיון',
  showResults: 'הצגת התוצאות',
  chosen: 'המסננים שנבחרו',
  remove: (name) => `הסרת ${name}`,
  pastDay: '24 השעות האחרונות',
  pastWeek: 'השבוע האחרון',
  pastMonth: 'החודש האחרון',
  pastYear: 'השנה האחרונה',
  anyTime: 'כל הזמנים',
  showAll: 'הצגת הכול',
  findInList: 'חיפוש ברשימה',
  copies: (count, plural) => {
    if (plural === 'one') return `עותק אחד`;
    if (plural === 'two') return `שני עותקים`;
    return `${count} עותקים`;
  },
  untitled: 'ללא כותרת',
  developers: 'למפתחים',
  peak: 'הרבה ביותר',
  readAt: 'לקריאה באתר',
  cite: 'ציטוט',
  about: 'אודות',
  aboutText:
    'Dateline אוספת את מה שממשלות וסוכנויות ידיעות מפרסמות ומאפשרת לחפש בו בשפות רבות. כל כתבה שומרת את מקורה, את תאריכה ואת כל גרסאותיה. אנשים נמצאים לפי שמם בכל כתב.',
  sources: 'מקורות',
  lastArticle: 'הכתבה האחרונה',
  contact: 'תיקונים והסרה',
  contactText:
    'אם טקסט, שם או תאריך שגויים, או אם כתבה לא הייתה צריכה להיות כאן, אפשר לכתוב למפעיל ולציין את כתובת העמוד. מה שמקור מתקן מוצג כגרסה חדשה; מה שנמשך אינו מוצג עוד.',
  imprint: 'מפעיל',
  notConfigured: 'מפעיל ההתקנה הזאת לא מסר שם או כתובת.',
  privacy: 'פרטיות',
  privacyText:
    'העמודים אינם שומרים עוגיות ואינם טוענים דבר מאתרים אחרים. היומן שומר את סוג העמוד, השעה, התוצאה ומשך הבקשה, אך לא את מילות החיפוש ולא את כתובת הקורא. כדי למנוע שימוש לרעה נספרות הבקשות של כל כתובת לזמן קצר.',
  offline: 'אין חיבור',
  offlineHelp: 'לחיפוש נדרש חיבור. כדאי לנסות שוב כשיהיה.',
  whichDate: 'לאיזה יום הכוונה?',
};
