export { emptied } from './emptied'
export { openInMemory, type Preparation } from './in-memory'
