export { page } from './page'
export { usePageTitle } from './use-page-title'
export { useTabNames } from './use-tab-names'
