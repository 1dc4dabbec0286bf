import { type CouponTerms, type Desk, DeskRefusal, type RefundPart } from './desk'

type Fields = Record<string, unknown>

/** What the page may ask to be done, each with what it has to say. */
const ACTS: Record<string, (desk: Desk, given: Fields) => Promise<void>> = {
  ship: (desk, given) =>
    desk.ship(text(given, 'orderId'), {
      carrier: text(given, 'carrier'),
      trackingNumber: text(given, 'trackingNumber', /^[\w-]{4,40}$/),
    }),
  markReady: (desk, given) => desk.markReady(text(given, 'orderId')),
  collect: (desk, given) =>
    desk.collect(text(given, 'storeId'), text(given, 'pickupCode', /^[\d ]+$/).replaceAll(' ', '')),
  refund: (desk, given) => desk.refund(text(given, 'orderId'), given.key === undefined ? null : refundPart(given)),
  decideReview: (desk, given) =>
    desk.decideReview(text(given, 'reviewId'), {
      publish: given.publish === true,
      reply: given.reply === null ? null : text(given, 'reply'),
    }),
  setStock: (desk, given) => desk.setStock(text(given, 'skuCode'), whole(given, 'pieces', 0)),
  setPrice: (desk, given) => {
    const compareAt = given.compareAt === null ? null : whole(given, 'compareAt', 1)
    return desk.setPrice(text(given, 'skuCode'), { price: whole(given, 'price', 1), compareAt })
  },
  setShipping: (desk, given) =>
    desk.setShipping({
      fee: whole(given, 'fee', 0),
      freeFrom: given.freeFrom === null ? null : whole(given, 'freeFrom', 1),
      undeliverable: given.undeliverable === null ? null : places(given.undeliverable),
    }),
  putCoupon: (desk, given) => {
    const name = text(given, 'name')
    return desk.putCoupon({
      code: text(given, 'code').toUpperCase(),
      name: { zh: name, en: name },
      benefit: benefit(given),
      threshold: whole(given, 'threshold', 0),
      stackable: given.stackable === true,
      usageLimit: given.usageLimit === null ? null : whole(given, 'usageLimit', 1),
    })
  },
}

/** @throws DeskRefusal for an act there is not, for words that make no sense, and for what the desk refuses */
export async function perform(desk: Desk, act: string, given: unknown): Promise<void> {
  const known = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined
  if (!known) throw new DeskRefusal('not_found', 404, `There is no ${act}`)
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw wrong('body')
  await known(desk, given as Fields)
}

function text(given: Fields, field: string, pattern = /./): string {
  const value = given[field]
  if (typeof value !== 'string' || value.trim() === '' || value.length > 500 || !pattern.test(value.trim())) {
    throw wrong(field)
  }
  return value.trim()
}

function whole(given: Fields, field: string, least: number): number {
  const value = given[field]
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least) throw wrong(field)
  return value
}

function benefit(given: Fields): CouponTerms['benefit'] {
  if (given.kind === 'percent') return { kind: 'percent', percent: whole(given, 'percent', 1) }
  if (given.kind === 'fixed') return { kind: 'fixed', amount: whole(given, 'amount', 1) }
  throw wrong('kind')
}

function refundPart(given: Fields): RefundPart {
  const lines = Array.isArray(given.lines) ? (given.lines as Fields[]) : []
  return {
    key: text(given, 'key', /^[\w-]{8,64}$/),
    amount: whole(given, 'amount', 1),
    lines: lines.map((line) => ({ skuId: text(line, 'skuId'), quantity: whole(line, 'quantity', 1) })),
    restock: given.restock === true,
    reason: text(given, 'reason', /^.{1,40}$/),
  }
}

function places(given: unknown): string[] {
  const isList = Array.isArray(given) && given.every((place) => typeof place === 'string' && place.length <= 40)
  if (!isList) throw wrong('undeliverable')
  return given
}

const wrong = (field: string) => new DeskRefusal('validation_failed', 400, field)
