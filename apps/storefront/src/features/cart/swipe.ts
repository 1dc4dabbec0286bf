export interface Touched {
  x: number
  y: number
}

/** px of the screen: less is a tap with an unsteady thumb. */
const FAR = 36

/** Where a finger that went from `from` to `to` wanted a row to go; null for a tap or a scroll. */
export function swipeOf(from: Touched, to: Touched): 'left' | 'right' | null {
  const across = to.x - from.x
  if (Math.abs(across) < FAR || Math.abs(across) < 2 * Math.abs(to.y - from.y)) return null
  return across < 0 ? 'left' : 'right'
}
