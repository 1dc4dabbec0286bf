export { emptied, withDependents } from './emptied'
export { openInMemory, type Preparation } from './in-memory'
