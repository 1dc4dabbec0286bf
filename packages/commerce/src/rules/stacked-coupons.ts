import type { Fen } from '../port/values'
import { type Coupon, type CouponCase, type CouponReason, couponDiscount } from './coupons'
import { splitByWeight } from './discounts'

/** So many coupons one order may have: enough for every wallet, few enough to be read on an order. */
export const COUPONS_PER_ORDER = 5

/** A coupon somebody asks for, with how often it has been used; null: nobody knows the code. */
export type AskedCoupon = ({ coupon: Coupon } & Pick<CouponCase, 'used' | 'usedByShopper'>) | { coupon: null }

/** What is the same for all the coupons of one purchase. */
export type StackCase = Pick<CouponCase, 'lines' | 'now' | 'orders'>

/** `place` is that in the list of those asked for, `lines` are those it is for, by their places. */
export interface StackedCoupon {
  place: number
  discount: Fen
  lines: number[]
}

export interface LeftOutCoupon {
  place: number
  reason: CouponReason
  missing: Fen | null
}

/** A coupon that counts by itself, for so much. */
interface Standing {
  place: number
  coupon: Coupon
  lines: number[]
  alone: Fen
}

/**
 * Which of the coupons count together, and for how much. Whether each does is judged as if it were alone: its threshold is for the goods
 * before any coupon. Those that count are taken in the order asked, so far as they go together; then what they
 * take off is taken in one order whatever the order asked: percentages of what is left first, then fixed amounts (先折后减), among
 * these first the one for the fewest goods. No line gets more than it costs.
 *
 * @param asked each coupon once, the ones that matter most first
 */
export function stackCoupons(
  asked: readonly AskedCoupon[],
  shop: StackCase,
  limit = COUPONS_PER_ORDER,
): { applied: StackedCoupon[]; refused: LeftOutCoupon[] } {
  const refused: LeftOutCoupon[] = []
  const taken: Standing[] = []
  for (const [place, one] of asked.entries()) {
    const answer = standing(one, place, shop)
    const reason = 'coupon' in answer ? objection(answer.coupon, taken, limit) : null
    if (!('coupon' in answer)) refused.push(answer)
    else if (reason) refused.push({ place, reason, missing: null })
    else taken.push(answer)
  }
  const prices = pricesOf(shop)
  const inOrder = taken.sort(byTurn(prices))
  const left = [...prices]
  const applied: StackedCoupon[] = []
  for (const { place, coupon, lines, alone } of inOrder) {
    const discount = takeOff(coupon, lines, left)
    // One that takes nothing off by itself, either, is for goods that cost next to nothing: it counts as it always did.
    if (discount === 0 && alone > 0) refused.push({ place, reason: 'nothing_left', missing: null })
    else applied.push({ place, discount, lines })
  }
  return { applied, refused: refused.sort((one, other) => one.place - other.place) }
}

/** What each coupon does by itself, in the order asked. */
export function judgeCoupons(
  asked: readonly AskedCoupon[],
  shop: StackCase,
): (({ ok: true } & StackedCoupon) | ({ ok: false } & LeftOutCoupon))[] {
  return asked.map((one, place) => {
    const answer = standing(one, place, shop)
    return 'coupon' in answer
      ? { ok: true, place, discount: answer.alone, lines: answer.lines }
      : { ok: false, ...answer }
  })
}

/** Tries of the search: all there are for twelve coupons, and no more than a blink for fifty. */
const TRIES = 2_000

/**
 * The places of those that together take the most off: for twelve coupons and fewer no combination takes more; of many
 * more it is the best that was found in a bounded number of tries, never less than those worth most alone. None is used for nothing.
 */
export function bestCoupons(asked: readonly AskedCoupon[], shop: StackCase, limit = COUPONS_PER_ORDER): number[] {
  const counting = asked
    .flatMap((one, place) => {
      const answer = standing(one, place, shop)
      return 'coupon' in answer && answer.alone > 0 ? [answer] : []
    })
    .sort((one, other) => other.alone - one.alone || one.place - other.place)
  const prices = pricesOf(shop)
  const single = counting[0]
  if (!single || limit < 1) return []
  const stack = bestStack(
    counting.filter(({ coupon }) => coupon.stackable),
    prices,
    limit,
  )
  const gained = together(stack, prices)
  const best = single.alone > gained || (single.alone === gained && stack.length > 1) ? [single] : stack
  return best.map(({ place }) => place).sort((one, other) => one - other)
}

/** @param counting the one worth most alone first */
function bestStack(counting: Standing[], prices: readonly Fen[], limit: number): Standing[] {
  let best = counting.slice(0, limit)
  let most = together(best, prices)
  const inTurn = [...counting].sort(byTurn(prices))
  // Nothing takes more off beside others than alone: so many more could come of those from here on.
  const mostFrom = inTurn.map((_, from) => {
    const worth = inTurn.slice(from).map(({ alone }) => alone)
    return prefixSums(worth.sort((one, other) => other - one).slice(0, limit))
  })
  let tries = TRIES
  const search = (from: number, chosen: Standing[], gained: Fen, left: readonly Fen[]): void => {
    if (gained > most) [best, most] = [chosen, gained]
    const room = limit - chosen.length
    if (room === 0) return
    for (let next = from; next < inTurn.length && tries > 0; next++) {
      const hope = mostFrom[next]!
      if (gained + hope[Math.min(room, hope.length) - 1]! <= most) return
      tries--
      const one = inTurn[next]!
      const after = [...left]
      const discount = takeOff(one.coupon, one.lines, after)
      if (discount > 0) search(next + 1, [...chosen, one], gained + discount, after)
    }
  }
  search(0, [], 0, prices)
  return needed(best, prices, most)
}

/** Without those that others make up for, the least worth first. */
function needed(stack: Standing[], prices: readonly Fen[], gained: Fen): Standing[] {
  const leastFirst = [...stack].sort((one, other) => one.alone - other.alone || other.place - one.place)
  let kept = stack
  for (const one of leastFirst) {
    const without = kept.filter((other) => other !== one)
    if (together(without, prices) === gained) kept = without
  }
  return kept
}

function together(stack: readonly Standing[], prices: readonly Fen[]): Fen {
  const left = [...prices]
  return [...stack].sort(byTurn(prices)).reduce((sum, { coupon, lines }) => sum + takeOff(coupon, lines, left), 0)
}

/** Takes it off of what is left of the lines' prices. */
function takeOff({ benefit }: Coupon, lines: readonly number[], left: Fen[]): Fen {
  const goods = sumOf(lines.map((line) => left[line]!))
  const discount =
    benefit.kind === 'fixed' ? Math.min(benefit.amount, goods) : Math.floor((goods * benefit.percent) / 100)
  if (discount === 0) return 0
  const shares = splitByWeight(
    discount,
    lines.map((line) => left[line]!),
  )
  for (const [index, line] of lines.entries()) left[line]! -= shares[index]!
  return discount
}

function standing(one: AskedCoupon, place: number, shop: StackCase): Standing | LeftOutCoupon {
  if (one.coupon === null) return { place, reason: 'unknown', missing: null }
  const { coupon, used, usedByShopper } = one
  const answer = couponDiscount(coupon, { ...shop, used, usedByShopper })
  if (!answer.ok) return { place, reason: answer.reason, missing: answer.missing }
  return { place, coupon, lines: answer.lines, alone: answer.discount }
}

/** Why a coupon that counts cannot join those taken already. */
function objection({ stackable }: Coupon, taken: readonly Standing[], limit: number): CouponReason | null {
  if (taken.length >= limit) return 'too_many'
  const alone = taken.length > 0 && !(stackable && taken.every(({ coupon }) => coupon.stackable))
  return alone ? 'not_stackable' : null
}

/** Percentages first; the one for the fewest goods first, so that it finds them undiminished; then by code. */
const byTurn = (prices: readonly Fen[]) => (one: Standing, other: Standing) => {
  const fixed = ({ coupon }: Standing) => Number(coupon.benefit.kind === 'fixed')
  const goods = ({ lines }: Standing) => sumOf(lines.map((line) => prices[line]!))
  const byCode = one.coupon.code < other.coupon.code ? -1 : 1
  return fixed(one) - fixed(other) || goods(one) - goods(other) || byCode
}

const pricesOf = ({ lines }: StackCase): Fen[] => lines.map(({ unitPrice, quantity }) => unitPrice * quantity)

const sumOf = (figures: readonly number[]) => figures.reduce((sum, figure) => sum + figure, 0)

function prefixSums(figures: readonly number[]): number[] {
  let sum = 0
  return figures.map((figure) => {
    sum += figure
    return sum
  })
}
