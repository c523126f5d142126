export { openSharedWeb as default } from '../support/shared-web.ts';
