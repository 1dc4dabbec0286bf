import { h } from './dom'

/**
 * Puts something over the phone's screen until it is answered. Focus moves into it, and back afterwards.
 *
 * @param build makes the content; it calls `done` with the answer
 */
export function openOverlay<T>(layer: HTMLElement, build: (done: (answer: T) => void) => HTMLElement): Promise<T> {
  return new Promise((resolve) => {
    const before = document.activeElement as HTMLElement | null
    const overlay = h('div', { class: 'overlay' })
    let answered = false
    const done = (answer: T) => {
      if (answered) return
      answered = true
      overlay.remove()
      before?.focus?.({ preventScroll: true })
      resolve(answer)
    }
    const content = build(done)
    content.tabIndex = -1
    overlay.append(content)
    layer.append(overlay)
    content.focus({ preventScroll: true })
  })
}
