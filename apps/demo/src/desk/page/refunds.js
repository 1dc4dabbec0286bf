import { fenOf, h, yuan } from './dom.js'
import { actForm, field } from './form.js'

/** @typedef {import('../desk').DeskOrder} DeskOrder */
/** @typedef {import('../desk').RefundableLine} RefundableLine */
/** @typedef {import('./form.js').Context} Context */

/** Money of an order back without anybody having asked. @param {Context} context @param {DeskOrder} order */
export function refundForm(context, order) {
  return context.can()?.refundParts ? partForm(context, order) : wholeForm(context, order)
}

/** @param {Context} context @param {DeskOrder} order */
function wholeForm(context, { id, number, refundable }) {
  const words = context.words()
  return actForm(
    context,
    `${words.say('refund')} ${number}`,
    [],
    [{ text: `${words.say('refund')} ${yuan(refundable)}`, name: 'refund', read: () => ({ orderId: id }) }],
  )
}

/**
 * Pieces propose an amount, which may be typed over. Behind a word: most orders are not refunded.
 * @param {Context} context @param {DeskOrder} order
 */
function partForm(context, { id, number, refundable, refundLines, parcels, pickup }) {
  const words = context.words()
  // One wish has one key, however often it is sent; whatever is changed makes it another wish.
  let key = crypto.randomUUID()
  const amount = h('input', { inputmode: 'decimal', value: yuanOf(refundable) })
  const reason = h('input', { value: words.say('refundReason'), maxlength: 40 })
  const restock = h('input', { type: 'checkbox', checked: true })
  const counts = refundLines.map(({ pieces }) =>
    h(
      'select',
      { onchange: () => propose() },
      ...Array.from({ length: pieces + 1 }, (_, count) => h('option', { value: count }, String(count))),
    ),
  )
  const chosen = () =>
    refundLines
      .map(({ skuId, worth }, index) => ({ skuId, worth, quantity: Number(counts[index]?.value ?? 0) }))
      .filter(({ quantity }) => quantity > 0)
  /** Every piece that is left is worth all that is left, the delivery with it. */
  const propose = () => {
    const picked = chosen()
    const isAll =
      picked.length === refundLines.length && refundLines.every(({ pieces }, i) => picked[i]?.quantity === pieces)
    const sum = picked.reduce((fen, { worth, quantity }) => fen + (worth[quantity - 1] ?? 0), 0)
    amount.value = yuanOf(isAll || picked.length === 0 ? refundable : Math.min(sum, refundable))
  }
  const read = () => {
    const fen = fenOf(amount.value)
    return {
      ...{ orderId: id, key, reason: reason.value },
      amount: Number.isNaN(fen) ? null : fen,
      lines: chosen().map(({ skuId, quantity }) => ({ skuId, quantity })),
      restock: restock.checked,
    }
  }
  const hasLeft = parcels.length > 0 || pickup !== null
  const form = actForm(
    context,
    `${words.say('refund')} ${number}`,
    [
      ...refundLines.map(({ name }, index) => field(name, counts[index] ?? amount)),
      hasLeft ? field(words.say('restock'), restock) : null,
      field(`${words.say('refundAmount')} ${yuan(refundable)}`, amount),
      field(words.say('refundWhy'), reason),
    ],
    [{ text: words.say('refund'), name: 'refund', read, done: words.say('refundSent') }],
  )
  form.addEventListener('input', () => {
    key = crypto.randomUUID()
  })
  return h('details', {}, h('summary', {}, words.say('refund')), form)
}

/** @param {number} fen */
const yuanOf = (fen) => (fen / 100).toFixed(2)
