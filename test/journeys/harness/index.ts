export { type Journey, journeys, onEachBackend } from './journeys'
export type { Shopper } from './shopper'
export { eventually } from './surface'
