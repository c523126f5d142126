import { DatelineSearch } from './element.ts';

// Two copies of the script on one page are no error.
if (!customElements.get('dateline-search')) customElements.define('dateline-search', DatelineSearch);
