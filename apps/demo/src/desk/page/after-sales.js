import { AFTER_SALES } from './after-sale-words.js'
import { fenOf, h, keepRows, yuan } from './dom.js'
import { actForm, field } from './form.js'

/** @typedef {import('../after-sales').DeskAfterSale} DeskAfterSale */
/** @typedef {import('../desk').Overview} Overview */
/** @typedef {import('./form.js').Context} Context */

/** Where the demo's goods go back to. */
const WAREHOUSE = '拾物售后仓 上海市徐汇区武康路 1 号 021-55550123'

/** What shoppers have asked for and what is still to be answered. @param {Context} context */
export function afterSalesView(context) {
  const list = h('ul')
  const none = h('p', { class: 'quiet' })
  const element = h('div', {}, none, list)
  /** @param {keyof typeof AFTER_SALES} key */
  const say = (key) => context.words().pick(AFTER_SALES[key] ?? [key, key])

  /** @param {DeskAfterSale} one */
  const row = (one) => {
    const { orderNumber, kind, state, lines, asked, reason, words, pictures, waybill, refundTrouble } = one
    const { replacements, replacementKept } = one
    return h(
      'li',
      {},
      h(
        'div',
        { class: 'line' },
        h('strong', {}, `${say(kind)} ${orderNumber}`),
        h('span', { class: 'state' }, say(state)),
      ),
      ...lines.map(({ name, options, quantity }) => h('p', {}, `${[name, ...options].join(' · ')} × ${quantity}`)),
      ...replacements.map(({ name, options, quantity }) =>
        h('p', {}, `${say('sendInstead')} ${[name, ...options].join(' · ')} × ${quantity}`),
      ),
      replacementKept === null ? null : h('div', { class: 'quiet' }, say(replacementKept ? 'keptAside' : 'keepAside')),
      h('div', { class: 'quiet' }, [say(reason), kind === 'exchange' ? '' : yuan(asked)].filter(Boolean).join(' · ')),
      words ? h('p', {}, words) : null,
      pictures.length === 0 ? null : h('div', { class: 'pictures' }, ...pictures.map(photograph)),
      waybill ? h('div', { class: 'quiet' }, `${waybill.carrier} ${waybill.trackingNumber}`) : null,
      refundTrouble ? h('p', { class: 'outcome wrong' }, say(refundTrouble)) : null,
      ...formsOf(one),
    )
  }

  /** Opens as large as it is. @param {DeskAfterSale['pictures'][number]} picture @param {number} index */
  const photograph = ({ thumb, full }, index) => {
    const alt = `${say('picture')} ${index + 1}`
    return h('a', { href: full, target: '_blank', rel: 'noreferrer' }, h('img', { src: thumb, alt }))
  }

  /** One form for what goes together. @param {DeskAfterSale} one */
  function formsOf({ id, orderNumber, kind, asked, actions }) {
    const words = h('textarea', { rows: 2, maxlength: 500 })
    const amount = h('input', { inputmode: 'decimal', value: (asked / 100).toFixed(2) })
    const returnTo = h('input', { value: WAREHOUSE, maxlength: 300 })
    const carrier = h('input', { value: '顺丰速运', maxlength: 40 })
    const number = h('input', { value: `SF${orderNumber.slice(-10)}`, maxlength: 40 })
    const answered = () => ({
      ...{ id, words: words.value.trim() },
      amount: kind === 'exchange' ? null : fenOf(amount.value),
      returnTo: kind === 'refund' ? null : returnTo.value.trim(),
    })
    const known = {
      approve: { text: say('approve'), name: 'approve', read: answered, solid: true },
      approve_refund: { text: say('approveRefund'), name: 'approveRefund', read: answered },
      refuse: { text: say('refuse'), name: 'refuse', read: () => ({ id, words: words.value.trim() }) },
      receive: { text: say('receive'), name: 'receive', read: () => ({ id }), solid: true },
      send_replacement: {
        ...{ text: say('sendReplacement'), name: 'sendReplacement', solid: true },
        read: () => ({ id, carrier: carrier.value.trim(), trackingNumber: number.value.trim() }),
      },
      refund: { text: say('sendMoney'), name: 'refund', read: () => ({ id }) },
    }
    if (actions.length === 0) return []
    const fields = [
      actions.includes('approve') && kind !== 'exchange' ? field(say('amount'), amount) : null,
      actions.includes('approve') && kind !== 'refund' ? field(say('returnTo'), returnTo) : null,
      actions.includes('refuse') ? field(say('answer'), words) : null,
      actions.includes('send_replacement') ? field(say('carrier'), carrier) : null,
      actions.includes('send_replacement') ? field(say('waybill'), number) : null,
    ]
    const label = `${say('afterSale')} ${orderNumber}`
    return [
      actForm(
        context,
        label,
        fields,
        actions.map((action) => known[action]),
        '/api/after-sales',
      ),
    ]
  }

  return {
    element,
    /** @param {Overview} overview */
    paint({ afterSales }) {
      none.textContent = afterSales.length === 0 ? say('none') : ''
      keepRows(list, afterSales, ({ id }) => id, row, context.words().language)
    },
  }
}
