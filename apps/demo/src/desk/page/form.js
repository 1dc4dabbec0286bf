import { act } from './ask.js'
import { h } from './dom.js'

/** @typedef {import('./words.js').Words} Words */
/** @typedef {import('../desk').Abilities} Abilities */
/** @typedef {{ words(): Words, can(): Abilities | undefined, look(): Promise<void> }} Context what every part of the page is given */

/**
 * A form around one or more acts: busy while one is done, and saying in words how it ended.
 *
 * @param {Context} context
 * @param {string} label
 * @param {(Node | string | null)[]} fields
 * @param {{ text: string, name: string, read: () => object | Promise<object>, solid?: boolean, done?: string }[]} acts the first is done by Enter
 * @param {string} [at] where they are done
 */
export function actForm(context, label, fields, acts, at = '/api/acts') {
  const outcome = h('p', { class: 'outcome', role: 'status' })
  /** @param {typeof acts[number]} one */
  const perform = async (one) => {
    const words = context.words()
    say('', false)
    busy(true)
    try {
      await act(one.name, await one.read(), at)
      say(one.done ?? '', false)
    } catch (error) {
      say(words.refusal(error), true)
    }
    busy(false)
    await context.look()
  }
  /** @param {string} text @param {boolean} isWrong */
  const say = (text, isWrong) => {
    outcome.textContent = text
    outcome.classList.toggle('wrong', isWrong)
  }
  /** @param {boolean} is */
  const busy = (is) => {
    for (const button of buttons) button.disabled = is
  }
  const buttons = acts.map((one, index) =>
    h(
      'button',
      { class: one.solid ? 'solid' : '', ...(index > 0 && { type: 'button', onclick: () => perform(one) }) },
      one.text,
    ),
  )
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault()
    const [first] = acts
    if (first) void perform(first)
  }
  return h(
    'form',
    { 'aria-label': label, novalidate: true, onsubmit: submit },
    ...fields,
    h('div', { class: 'actions' }, ...buttons),
    outcome,
  )
}

/**
 * @param {string} label
 * @param {HTMLElement} control
 */
export const field = (label, control) => h('label', { class: 'field' }, h('span', { class: 'label' }, label), control)
