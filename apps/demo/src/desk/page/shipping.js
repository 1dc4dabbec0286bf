import { fenOf, h } from './dom.js'
import { actForm, field } from './form.js'

/** @typedef {import('../desk').DeskShipping} DeskShipping */
/** @typedef {import('../desk').Overview} Overview */
/** @typedef {import('./form.js').Context} Context */

const inYuan = (/** @type {number} */ fen) => (fen / 100).toFixed(2)

/** What sending costs. The fields are filled once: what is being typed stays. @param {Context} context */
export function shippingView(context) {
  const element = h('div')
  return {
    element,
    /** @param {Overview} overview */
    paint({ shipping }) {
      if (element.children.length === 0) element.append(shippingForm(context, shipping))
    },
  }
}

/** @param {Context} context @param {DeskShipping} now */
function shippingForm(context, now) {
  const words = context.words()
  const fee = h('input', { inputmode: 'decimal', value: inYuan(now.fee) })
  const freeFrom = h('input', { inputmode: 'decimal', value: now.freeFrom === null ? '' : inYuan(now.freeFrom) })
  const places = h('textarea', { rows: 2 }, (now.undeliverable ?? []).join('、'))
  const fen = (/** @type {string} */ typed) => (Number.isNaN(fenOf(typed)) ? undefined : fenOf(typed))
  const read = () => ({
    fee: fen(fee.value),
    freeFrom: freeFrom.value.trim() === '' ? null : fen(freeFrom.value),
    undeliverable:
      now.undeliverable === null
        ? null
        : places.value
            .split(/[、，,\s]+/)
            .map((place) => place.trim())
            .filter(Boolean),
  })
  return actForm(
    context,
    words.say('shipping'),
    [
      field(words.say('fee'), fee),
      field(words.say('freeFrom'), freeFrom),
      now.undeliverable === null ? null : field(words.say('undeliverable'), places),
    ],
    [{ text: words.say('saveShipping'), name: 'setShipping', read, solid: true, done: words.say('saved') }],
  )
}
