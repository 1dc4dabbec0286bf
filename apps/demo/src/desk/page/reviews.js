import { h, keepRows } from './dom.js'
import { actForm, field } from './form.js'

/** @typedef {import('../desk').DeskReview} DeskReview */
/** @typedef {import('../desk').Overview} Overview */
/** @typedef {import('./form.js').Context} Context */

/** The reviews nobody has looked at. @param {Context} context */
export function reviewsView(context) {
  const list = h('ul')
  const none = h('p', { class: 'quiet' })
  const element = h('div', {}, none, list)

  /** @param {DeskReview} review */
  const row = ({ id, productName, stars, text, nickname, pictures, followUpTo }) => {
    const words = context.words()
    const reply = h('textarea', { rows: 2, maxlength: 500 })
    /** @param {boolean} publish */
    const decision = (publish) => () => ({ reviewId: id, publish, reply: reply.value.trim() || null })
    const acts = [{ text: words.say('publish'), name: 'decideReview', read: decision(true), solid: true }]
    const refuse = { text: words.say('refuse'), name: 'decideReview', read: decision(false), solid: false }
    return h(
      'li',
      {},
      h(
        'div',
        { class: 'line' },
        h('strong', {}, productName),
        h('span', { class: 'state', 'aria-label': `${stars} ${words.say('stars')}` }, '★'.repeat(stars)),
      ),
      followUpTo === null ? null : h('p', { class: 'quiet' }, `${words.say('followUpTo')} ${followUpTo}`),
      h('p', {}, text),
      pictures.length === 0
        ? null
        : h('div', { class: 'pictures' }, ...pictures.map((src) => h('img', { src, alt: words.say('picture') }))),
      h('div', { class: 'quiet' }, nickname ?? words.say('anonymous')),
      actForm(context, `${words.say('reviews')} ${productName}`, [field(words.say('reply'), reply)], [...acts, refuse]),
    )
  }

  return {
    element,
    /** @param {Overview} overview */
    paint({ reviews }) {
      const words = context.words()
      none.textContent = reviews.length === 0 ? words.say('noReviews') : ''
      keepRows(list, reviews, ({ id }) => id, row, words.language)
    },
  }
}
