/** Joins class names, leaving out what is false or empty: `classNames('x-tag', on && 'x-tag--on', className)`. */
export const classNames = (...names: (string | false | null | undefined)[]) => names.filter(Boolean).join(' ')
