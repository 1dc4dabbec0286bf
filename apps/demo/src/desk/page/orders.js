import { h, keepRows, yuan } from './dom.js'
import { actForm, field } from './form.js'
import { refundForm } from './refunds.js'

/** @typedef {import('../desk').DeskOrder} DeskOrder */
/** @typedef {import('../desk').Overview} Overview */
/** @typedef {import('./form.js').Context} Context */

/** The newest orders; what is paid can be sent. @param {Context} context */
export function ordersView(context) {
  const list = h('ul')
  const none = h('p', { class: 'quiet' })
  const element = h('div', {}, none, list)

  /** @param {DeskOrder} order */
  const row = (order) => {
    const words = context.words()
    const goods = order.lines.map(({ name, options, quantity }) => `${[name, ...options].join(' ')} × ${quantity}`)
    return h(
      'li',
      { 'aria-label': order.number },
      h(
        'div',
        { class: 'line' },
        h('strong', {}, yuan(order.total)),
        h('span', { class: `state ${order.state}` }, words.state(order.state)),
      ),
      h('div', { class: 'quiet' }, goods.join(words.pick(['，', ', ']))),
      h('div', { class: 'quiet mono' }, order.number),
      ...order.parcels.map(({ carrier, trackingNumber }) =>
        h('div', { class: 'quiet' }, [carrier, trackingNumber].filter(Boolean).join(' ')),
      ),
      order.pickup ? h('div', { class: 'quiet' }, `${words.say('pickup')} ${order.pickup.store}`) : null,
      ...wordsOf(context, order),
      order.waybills.length > 0 ? shipForm(context, order) : null,
      order.pickup && order.state === 'paid' ? readyForm(context, order) : null,
      order.pickup && order.state === 'shipped' ? tillForm(context, order, order.pickup.storeId) : null,
      order.refundable > 0 ? refundForm(context, order) : null,
    )
  }

  return {
    element,
    /** @param {Overview} overview */
    paint({ orders }) {
      const words = context.words()
      none.textContent = orders.length === 0 ? words.say('noOrders') : ''
      keepRows(list, orders, ({ id }) => id, row, words.language)
    },
  }
}

/** @param {Context} context @param {DeskOrder} order */
function shipForm(context, { id, number, waybills }) {
  const words = context.words()
  const carrier = h('select', { onchange: () => suggest() }, ...waybills.map((one) => h('option', {}, one.carrier)))
  const waybill = h('input', { autocomplete: 'off', spellcheck: 'false', maxlength: 40 })
  const suggest = () => {
    waybill.value = waybills[carrier.selectedIndex]?.trackingNumber ?? ''
  }
  suggest()
  const read = () => ({ orderId: id, carrier: carrier.value, trackingNumber: waybill.value })
  return actForm(
    context,
    `${words.say('ship')} ${number}`,
    [field(words.say('carrier'), carrier), field(words.say('waybill'), waybill)],
    [{ text: words.say('ship'), name: 'ship', read, solid: true }],
  )
}

/** @param {Context} context @param {DeskOrder} order */
function readyForm(context, { id, number }) {
  const words = context.words()
  const text = words.say('ready')
  return actForm(
    context,
    `${text} ${number}`,
    [],
    [{ text, name: 'markReady', read: () => ({ orderId: id }), solid: true }],
  )
}

/** @param {Context} context @param {DeskOrder} order @param {string} storeId */
function tillForm(context, { number }, storeId) {
  const words = context.words()
  const code = h('input', { autocomplete: 'off', inputmode: 'numeric', maxlength: 14 })
  const text = words.say('collect')
  const read = () => ({ storeId, pickupCode: code.value })
  return actForm(
    context,
    `${text} ${number}`,
    [field(words.say('pickupCode'), code)],
    [{ text, name: 'collect', read, solid: true }],
  )
}

/** What the shopper had to say, and what came of the money. @param {Context} context @param {DeskOrder} order */
function wordsOf(context, { remark, cancelled, reminded, refunded, refundTrouble, untold }) {
  const words = context.words()
  const why = cancelled && [words.reason(cancelled.reason), cancelled.words].filter(Boolean).join(' · ')
  return [
    remark ? h('p', {}, `${words.say('remark')} ${remark}`) : null,
    why ? h('p', {}, `${words.say('cancelledWhy')} ${why}`) : null,
    reminded ? h('p', { class: 'urgent' }, words.reminded(reminded)) : null,
    refunded > 0 ? h('div', { class: 'quiet' }, `${words.say('refunded')} ${yuan(refunded)}`) : null,
    refundTrouble ? h('p', { class: 'outcome wrong' }, words.say(refundTrouble)) : null,
    untold === null ? null : h('p', { class: 'outcome wrong' }, `${words.say('untold')} ${untold}`),
  ]
}
