import { afterSalesView } from './after-sales.js'
import { ask } from './ask.js'
import { couponsView } from './coupons.js'
import { h } from './dom.js'
import { fapiaoView } from './fapiao.js'
import { homeView } from './home.js'
import { ordersView } from './orders.js'
import { reviewsView } from './reviews.js'
import { shelfView } from './shelf.js'
import { shippingView } from './shipping.js'
import { isSeen, surroundings } from './surroundings.js'
import { Words } from './words.js'

/** @typedef {import('../desk').Overview} Overview */
/** @typedef {'orders' | 'afterSales' | 'fapiao' | 'reviews' | 'shelf' | 'coupons' | 'shipping' | 'home'} Room */

const EVERY_MS = 3000

/** @type {Overview | null} */
let overview = null
let words = new Words('zh')
/** @type {Room} */
let room = 'orders'
/** @type {{ element: HTMLElement, paint(overview: Overview): void } | null} */
let view = null

const context = { words: () => words, can: () => overview?.can, look }
const rooms = {
  orders: ordersView,
  afterSales: afterSalesView,
  fapiao: fapiaoView,
  reviews: reviewsView,
  shelf: shelfView,
  coupons: couponsView,
  shipping: shippingView,
  home: homeView,
}

const trouble = h('p', { class: 'outcome wrong', role: 'status', hidden: true })
const note = h('p', { class: 'quiet note', hidden: true })
const doors = h('nav', { class: 'segments' })
const stage = h('main')
document.body.append(note, trouble, doors, stage)

/** @param {import('./surroundings.js').Surroundings} around */
function dress({ language, theme, accent }) {
  const root = document.documentElement
  root.lang = language === 'zh' ? 'zh-CN' : 'en'
  root.dataset.theme = theme
  if (accent) root.style.setProperty('--accent', accent)
  if (words.language === language && view) return
  words = new Words(language)
  document.title = words.say('desk')
  enter(room)
}

/** @param {Room} next */
function enter(next) {
  room = next
  view = rooms[room](context)
  stage.replaceChildren(view.element)
  paint()
}

function paint() {
  if (!overview) return
  const { runBy, reviews, afterSales, fapiao } = overview
  /** @type {Partial<Record<Room, number>>} */
  const waiting = {
    ...{ reviews: reviews.length, fapiao: fapiao.length },
    afterSales: afterSales.filter(({ actions }) => actions.length > 0).length,
  }
  note.hidden = runBy !== 'magento'
  note.textContent = words.say('byMagento')
  const all = /** @type {Room[]} */ (Object.keys(rooms))
  const names = all.map((key) => words.say(key) + (waiting[key] ? ` ${waiting[key]}` : ''))
  if (doors.textContent !== names.join('')) {
    doors.replaceChildren(...all.map((key, index) => h('button', { onclick: () => enter(key) }, names[index] ?? '')))
  }
  doors.setAttribute('aria-label', words.say('desk'))
  for (const [index, button] of [...doors.children].entries()) {
    button.setAttribute('aria-pressed', String(all[index] === room))
  }
  view?.paint(overview)
}

/** Asks how things stand. What was seen last stays on the desk while nobody answers. */
async function look() {
  try {
    overview = await ask('/api/overview')
    trouble.hidden = true
  } catch (error) {
    trouble.textContent = words.refusal(error)
    trouble.hidden = false
  }
  paint()
}

async function keepLooking() {
  if (isSeen()) await look()
  setTimeout(keepLooking, EVERY_MS)
}

dress(surroundings(dress))
void keepLooking()
