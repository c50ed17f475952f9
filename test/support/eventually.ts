export { eventually } from '../../libs/platform/spec-support/eventually';
