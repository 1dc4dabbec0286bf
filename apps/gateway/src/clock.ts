/** The time now. Injected everywhere, so that a test can move it. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

export const after = (from: Date, ms: number) => new Date(from.getTime() + ms)
