import { fenOf, h, keepRows, yuan } from './dom.js'
import { actForm, field } from './form.js'

/** @typedef {import('../desk').DeskCoupon} DeskCoupon */
/** @typedef {import('../desk').Overview} Overview */
/** @typedef {import('./form.js').Context} Context */

/** The coupons there are, and a new one. A code that is there already changes its terms. @param {Context} context */
export function couponsView(context) {
  const words = context.words()
  const list = h('ul')
  const none = h('p', { class: 'quiet' })

  /** @param {DeskCoupon} coupon */
  const row = ({ code, name, benefit, threshold, stackable, used, usageLimit }) =>
    h(
      'li',
      {},
      h(
        'div',
        { class: 'line' },
        h('strong', {}, benefit.kind === 'fixed' ? `−${yuan(benefit.amount)}` : `−${benefit.percent}%`),
        h('span', { class: 'mono' }, code),
      ),
      h(
        'div',
        { class: 'quiet' },
        [
          words.pick([name.zh, name.en]),
          ...(stackable ? [words.say('stackable')] : []),
          threshold > 0 ? `${words.say('from')} ${yuan(threshold)}` : words.say('any'),
          `${words.say('used')} ${used}${usageLimit === null ? '' : ` / ${usageLimit}`}`,
        ].join(' · '),
      ),
    )

  return {
    element: h('div', {}, couponForm(context), none, list),
    /** @param {Overview} overview */
    paint({ coupons }) {
      none.textContent = coupons.length === 0 ? words.say('noCoupons') : ''
      keepRows(list, coupons, ({ code }) => code, row, words.language)
    },
  }
}

/** @param {Context} context */
function couponForm(context) {
  const words = context.words()
  const code = h('input', { autocomplete: 'off', spellcheck: 'false', maxlength: 50 })
  const name = h('input', { autocomplete: 'off', maxlength: 60 })
  const kind = h(
    'select',
    {},
    h('option', { value: 'fixed' }, words.say('fixed')),
    h('option', { value: 'percent' }, words.say('percent')),
  )
  const amount = h('input', { inputmode: 'decimal', value: '20' })
  const threshold = h('input', { inputmode: 'decimal', value: '0' })
  const limit = h('input', { inputmode: 'numeric' })
  const stackable = h('input', { type: 'checkbox' })
  /** What is no number is sent as none, and refused by name. @param {number} value */
  const orNone = (value) => (Number.isNaN(value) ? undefined : value)
  const read = () => ({
    code: code.value,
    name: name.value,
    kind: kind.value,
    ...(kind.value === 'fixed' ? { amount: orNone(fenOf(amount.value)) } : { percent: Number(amount.value) }),
    threshold: orNone(fenOf(threshold.value)),
    stackable: stackable.checked,
    usageLimit: limit.value.trim() === '' ? null : Number(limit.value),
  })
  return actForm(
    context,
    words.say('makeCoupon'),
    [
      field(words.say('code'), code),
      field(words.say('couponName'), name),
      field(words.say('benefit'), kind),
      field(words.say('amount'), amount),
      field(words.say('threshold'), threshold),
      context.can()?.couponLimit ? field(words.say('limit'), limit) : null,
      context.can()?.couponStack ? field(words.say('stackable'), stackable) : null,
    ],
    [{ text: words.say('makeCoupon'), name: 'putCoupon', read, solid: true, done: words.say('saved') }],
  )
}
