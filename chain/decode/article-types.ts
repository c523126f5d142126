/** Types of schema.org whose properties speak of an article: `NewsArticle`, `ReportageNewsArticle`, `Report` … */
export const ARTICLE_TYPE = /(?:Article|Report|BlogPosting|SocialMediaPosting)$/i;
