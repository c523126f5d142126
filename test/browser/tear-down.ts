export { closeSharedWeb as default } from '../support/shared-web.ts';
