/** Of the 24 px the star is drawn on, its points leave this much free at either side. */
const MARGIN = 2 / 24

/**
 * How far a row of five stars is full, in percent of its width, so that a part of a star is that part of what one sees of it.
 * @param stars 0 to 5, in tenths
 */
export function filledTo(stars: number): number {
  const whole = Math.floor(stars)
  const part = stars - whole
  const seen = part === 0 ? 0 : MARGIN + part * (1 - 2 * MARGIN)
  return Math.round((whole + seen) * 200) / 10
}
