import { mostEmailAddress } from '../../../domain/email-address.ts';
import { mailMessagesIn } from '../../../mail/messages/index.ts';
import { frequencies } from '../../../platform/subscriptions/record.ts';
import { html, type Markup } from '../markup.ts';
import { type Kept, type PageContext, withLanguage } from '../page.ts';

/** What a reader wrote into the form that could not be used. */
export interface WrittenForm {
  readonly address: string;
  readonly frequency: string;
}

/** Follows a search by e-mail. A plain form: it works without scripts. */
export const drawFollowForm = (
  search: Kept,
  context: PageContext,
  refused: WrittenForm | null = null,
): Markup => {
  const messages = mailMessagesIn(context.language);
  const chosen = refused?.frequency ?? 'daily';
  return html`<form class="follow" action="/subscriptions" method="post">
<p>${messages.help} <a href="${withLanguage('/about', context)}#privacy">${context.site.privacy}</a></p>
${search.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<input type="hidden" name="ui-lang" value="${context.language}">
<label>${messages.address}<input name="address" type="email" required maxlength="${mostEmailAddress}" autocomplete="email" dir="ltr" value="${refused?.address ?? ''}"${refused ? html` aria-invalid="true" aria-describedby="no-address" autofocus` : ''}></label>
${refused ? html`<p id="no-address" class="refused" role="alert">${messages.noAddress}</p>` : ''}
<label>${messages.howOften}<select name="frequency">${frequencies.map((frequency) => html`<option value="${frequency}"${frequency === chosen ? html` selected` : ''}>${messages[frequency]}</option>`)}</select></label>
<button>${messages.follow}</button>
</form>`;
};
