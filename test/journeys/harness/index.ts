export { type Journey, onEachBackend } from './journeys'
export type { Shopper } from './shopper'
export { eventually } from './surface'
