import { ask } from './ask.js'
import { fenOf, h, yuan } from './dom.js'
import { actForm, field } from './form.js'

/** @typedef {import('../shelf').ShelfProduct} ShelfProduct */
/** @typedef {import('../shelf').ShelfSku} ShelfSku */
/** @typedef {import('./form.js').Context} Context */

/** What stands on the shelf: find a product, change pieces and price of its SKUs. @param {Context} context */
export function shelfView(context) {
  const words = context.words()
  const language = words.language === 'en' ? 'en' : 'zh-CN'
  const found = h('div', { class: 'found' })
  const search = h('input', {
    type: 'search',
    autocomplete: 'off',
    'aria-label': words.say('search'),
    placeholder: words.say('search'),
  })
  /** Of the product that is open. @type {() => void} */
  let lookAgain = () => {}
  /** Counts the questions: a late answer to an earlier one is not shown. */
  let asked = 0

  /** @template T @param {string} path @param {(answer: T) => (Node | string)[]} draw */
  const show = async (path, draw) => {
    const mine = ++asked
    lookAgain = () => {}
    try {
      const answer = await ask(path)
      if (mine === asked) found.replaceChildren(...draw(answer))
    } catch (error) {
      if (mine !== asked) return
      found.replaceChildren(h('p', { class: 'outcome wrong', role: 'status' }, words.refusal(error)))
    }
  }

  const products = () =>
    show(
      `/api/products?${new URLSearchParams({ q: search.value.trim(), language })}`,
      (/** @type {ShelfProduct[]} */ all) =>
        all.length === 0
          ? [h('p', { class: 'quiet' }, words.say('noProducts'))]
          : all.map((product) => h('button', { class: 'row', onclick: () => open(product) }, product.name)),
    )
  /** @param {ShelfProduct} product */
  const open = ({ id, name }) => {
    const path = `/api/products/${encodeURIComponent(id)}?language=${language}`
    return show(path, (/** @type {ShelfSku[]} */ skus) => {
      const facts = new Map(skus.map((sku) => [sku.code, h('div', { class: 'quiet' }, factsOf(context, sku))]))
      // What is written in the fields stays there.
      lookAgain = async () => {
        const now = /** @type {ShelfSku[]} */ (await ask(path).catch(() => []))
        for (const sku of now) facts.get(sku.code)?.replaceChildren(factsOf(context, sku))
      }
      const rows = skus.map((sku) => skuRow(context, sku, facts.get(sku.code) ?? null))
      const back = h('button', { class: 'text', onclick: products }, words.say('back'))
      return [h('div', { class: 'line' }, h('strong', {}, name), back), h('ul', {}, ...rows)]
    })
  }

  void products()
  return {
    element: h('div', {}, h('form', { role: 'search', onsubmit: stay(products) }, search), found),
    paint: () => lookAgain(),
  }
}

/** @param {() => void} submit @returns {(event: Event) => void} */
const stay = (submit) => (event) => {
  event.preventDefault()
  submit()
}

/** @param {Context} context @param {ShelfSku} sku */
function factsOf(context, { price, available }) {
  const sellable = available === null ? [] : [`${context.words().say('available')} ${available}`]
  return [yuan(price), ...sellable].join(' · ')
}

/** @param {Context} context @param {ShelfSku} sku @param {Node | null} facts */
function skuRow(context, { code, options, price, compareAt, available }, facts) {
  const words = context.words()
  const pieces = h('input', { inputmode: 'numeric', value: available ?? '' })
  const yuanField = h('input', { inputmode: 'decimal', value: (price / 100).toFixed(2) })
  const done = words.say('changed')
  const stock = () => ({ skuCode: code, pieces: /^\d+$/.test(pieces.value.trim()) ? Number(pieces.value) : null })
  const newPrice = () => {
    const fen = fenOf(yuanField.value)
    // A struck price that is no longer above the price is none.
    const struck = compareAt !== null && compareAt > fen ? compareAt : null
    return { skuCode: code, price: Number.isNaN(fen) ? null : fen, compareAt: struck }
  }
  /** @param {'stock' | 'price'} what @param {HTMLElement} input @param {string} name @param {() => object} read */
  const form = (what, input, name, read) =>
    actForm(
      context,
      `${words.say(what)} ${code}`,
      [field(words.say(what), input)],
      [{ text: words.say('change'), name, read, done }],
    )
  return h(
    'li',
    {},
    h('div', { class: 'line' }, h('span', {}, options.join(' ')), h('span', { class: 'quiet mono' }, code)),
    facts,
    h('div', { class: 'inline' }, form('stock', pieces, 'setStock', stock)),
    h('div', { class: 'inline' }, form('price', yuanField, 'setPrice', newPrice)),
  )
}
