import { h, keepRows, yuan } from './dom.js'
import { FAPIAO } from './fapiao-words.js'
import { actForm, field } from './form.js'

/** @typedef {import('../desk').DeskFapiao} DeskFapiao */
/** @typedef {import('../desk').Overview} Overview */
/** @typedef {import('./form.js').Context} Context */

/** Fapiao that were asked for: each is issued, or refused with a reason. @param {Context} context */
export function fapiaoView(context) {
  const list = h('ul')
  const none = h('p', { class: 'quiet' })
  const element = h('div', {}, none, list)
  /** @param {keyof typeof FAPIAO} key */
  const say = (key) => context.words().pick(FAPIAO[key] ?? [key, key])

  /** @param {DeskFapiao} one */
  const row = (one) =>
    h(
      'li',
      { 'aria-label': one.orderNumber },
      h('div', { class: 'line' }, h('strong', {}, yuan(one.total)), h('span', { class: 'state' }, say(one.kind))),
      h('p', {}, one.title),
      one.taxNumber ? h('div', { class: 'quiet mono' }, one.taxNumber) : null,
      one.email ? h('div', { class: 'quiet' }, one.email) : null,
      h('div', { class: 'quiet mono' }, one.orderNumber),
      form(one),
    )

  /** @param {DeskFapiao} one */
  function form({ orderId, orderNumber }) {
    const number = h('input', {
      inputmode: 'numeric',
      autocomplete: 'off',
      maxlength: 20,
      value: suggested(orderNumber),
    })
    const file = h('input', { type: 'file', accept: 'application/pdf' })
    const reason = h('input', { maxlength: 200, autocomplete: 'off' })
    const chosen = async () => (file.files?.[0] ? base64(await file.files[0].arrayBuffer()) : null)
    return actForm(
      context,
      `${say('fapiao')} ${orderNumber}`,
      [field(say('number'), number), field(say('pdf'), file), field(say('reason'), reason)],
      [
        {
          ...{ text: say('issue'), name: 'issue', solid: true },
          read: async () => ({ orderId, number: number.value.trim(), pdf: await chosen() }),
        },
        { text: say('refuse'), name: 'refuse', read: () => ({ orderId, reason: reason.value.trim() }) },
      ],
      '/api/fapiao',
    )
  }

  return {
    element,
    /** @param {Overview} overview */
    paint({ fapiao }) {
      none.textContent = fapiao.length === 0 ? say('none') : ''
      keepRows(list, fapiao, ({ orderId }) => orderId, row, context.words().language)
    },
  }
}

/** Twenty digits, as numbers of electronic fapiao are: year, place, and what goes on. @param {string} orderNumber */
const suggested = (orderNumber) => `263120${orderNumber.replace(/\D/g, '').slice(-14).padStart(14, '0')}`

/** @param {ArrayBuffer} bytes */
const base64 = (bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''))
