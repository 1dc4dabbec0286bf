/** Of this Mini Program, as its package.json says. */
export const VERSION = XIAOPU_VERSION
