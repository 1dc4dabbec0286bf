/** The sizes the interface has places for, in pixels of width. `thumb` and `card` are square, `full` keeps its ratio. */
export const SLOTS = { thumb: 240, card: 600, full: 1200 } as const
export type Slot = keyof typeof SLOTS
export const slotNames = Object.keys(SLOTS) as Slot[]
export const isSlot = (name: string): name is Slot => Object.hasOwn(SLOTS, name)
