import { dispatch } from '../mini-program/simulator'

/** Only a control that is really off takes no finger; a greyed chip may still say why. */
const OFF = ['wx-button[aria-disabled="true"]', '[disabled]'].join()

/**
 * A finger on an element; the tap bubbles. Resolves when the app has had its turn: wait for what it leads to with `findBy…`.
 * @param times 2 is a nervous finger: both taps come before the page can grey the button
 * @throws {Error} when no finger could reach it: it is gone, on a page below, or disabled (the simulator itself would not mind)
 */
export async function tap(element: Element, times = 1): Promise<void> {
  await aTurn()
  reach(element)
  for (let taps = 0; taps < times; taps++) dispatch(element, 'tap', { x: 0, y: 0 })
  await aTurn()
}

/** Text into a field, as a keyboard would put it: all of it at once. */
export async function type(field: Element, text: string): Promise<void> {
  await aTurn()
  reach(field)
  if (!field.matches('wx-input, wx-textarea')) throw new Error(`<${field.localName}> takes no text`)
  dispatch(field, 'focus', { value: field.getAttribute('value') ?? '', height: 0 })
  dispatch(field, 'input', { value: text, cursor: text.length })
  await aTurn()
}

/** The shopper is done with a field: the keyboard goes away. */
export async function leave(field: Element): Promise<void> {
  dispatch(field, 'blur', { value: field.getAttribute('value') ?? '' })
  await aTurn()
}

/** The key at the lower right of the keyboard: search, done. */
export async function enter(field: Element): Promise<void> {
  await aTurn()
  reach(field)
  dispatch(field, 'confirm', { value: field.getAttribute('value') ?? '' })
  await aTurn()
}

/** Anything else a component of WeChat tells the page: `change` of a switch or picker, `error` of an image. Does not bubble. */
export async function happen(element: Element, event: string, detail: object = {}): Promise<void> {
  dispatch(element, event, detail)
  await aTurn()
}

function reach(element: Element) {
  const what = `“${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 40)}”`
  if (!element.isConnected) throw new Error(`${what} is not on the screen any more`)
  if (element.closest('main[hidden]')) throw new Error(`${what} is on a page below`)
  if (element.closest(OFF)) throw new Error(`${what} is disabled`)
}

/** Nobody's finger is as quick as a program: what React put off until after drawing is done first. */
const aTurn = () => new Promise((resolve) => setTimeout(resolve))
