import { mailMessagesIn } from '../../../mail/messages/index.ts';
import { html, type Markup } from '../markup.ts';
import { drawPage, type Kept, type PageContext, withLanguage } from '../page.ts';
import { drawFollowForm, type WrittenForm } from './follow-form.ts';

/** The form on its own page: where it was not accepted, or where a link leads to it. */
export const drawFollowPage = (
  name: string,
  search: Kept,
  context: PageContext,
  refused: WrittenForm | null = null,
): Markup =>
  frame(
    mailMessagesIn(context.language).follow,
    html`<p class="understood" dir="auto">${name}</p>${drawFollowForm(search, context, refused)}`,
    context,
  );

/** Does not tell whether the address is known. */
export const drawSentPage = (context: PageContext): Markup => {
  const { checkMail, checkMailHelp } = mailMessagesIn(context.language);
  return frame(checkMail, html`<p>${checkMailHelp}</p>`, context);
};

/** A button instead of a link: programs that scan mail follow every link, but press no button. */
export const drawConfirmPage = (name: string, context: PageContext): Markup => {
  const { confirm } = mailMessagesIn(context.language);
  return frame(
    confirm,
    html`<p class="understood" dir="auto">${name}</p>${drawButton(confirm, context)}`,
    context,
  );
};

export const drawConfirmedPage = (name: string, context: PageContext): Markup =>
  frame(
    mailMessagesIn(context.language).confirmed,
    html`<p class="understood" dir="auto">${name}</p>`,
    context,
  );

export const drawUnsubscribePage = (context: PageContext): Markup => {
  const { unsubscribe } = mailMessagesIn(context.language);
  return frame(unsubscribe, drawButton(unsubscribe, context), context);
};

export const drawUnsubscribedPage = (context: PageContext): Markup => {
  const { unsubscribe, unsubscribed } = mailMessagesIn(context.language);
  return frame(unsubscribe, html`<p role="status">${unsubscribed}</p>`, context);
};

/** For a link that was forged, has lapsed or was used. */
export const drawLapsedPage = (context: PageContext): Markup => {
  const { lapsed, lapsedHelp } = mailMessagesIn(context.language);
  return frame(lapsed, html`<p>${lapsedHelp}</p>`, context);
};

/** Sends the token of this page's own address again. */
const drawButton = (label: string, { path, query }: PageContext): Markup =>
  html`<form class="follow" action="${path}?${query.toString()}" method="post"><button>${label}</button></form>`;

const frame = (title: string, main: Markup, context: PageContext): Markup =>
  drawPage(
    {
      title: `${title} – Dateline`,
      indexed: false,
      main: html`<div class="text trust"><h1>${title}</h1>${main}
<p><a href="${withLanguage('/', context)}">${context.messages.search}</a></p></div>`,
    },
    context,
  );
