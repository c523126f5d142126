/** Types of schema.org whose properties describe an article: `NewsArticle`, `ReportageNewsArticle`, `Report` … */
export const ARTICLE_TYPE = /(?:Article|Report|BlogPosting|SocialMediaPosting)$/i;
