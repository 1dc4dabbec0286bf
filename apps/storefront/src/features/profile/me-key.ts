/** Under which name the answer about the shopper is kept. */
export const ME = ['me'] as const
