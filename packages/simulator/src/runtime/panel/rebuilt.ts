import { h } from '../shell/dom'
import type { PanelContext } from './section'
import { say } from './text'

const EVERY_MS = 3000

/** Offers to load the Mini Program again after its files have changed. */
export function rebuiltNotice(context: PanelContext): HTMLElement {
  const notice = h('div', { class: 'notice', role: 'status', hidden: true })
  const { hash } = context.app.boot
  const look = async () => {
    const answer = document.hidden ? null : await fetch('/~version').catch(() => null)
    const now = answer?.ok ? ((await answer.json()) as { hash: string }).hash : hash
    if (now !== hash) {
      const language = context.language()
      notice.hidden = false
      notice.replaceChildren(
        say(language, 'rebuilt'),
        h('button', { class: 'text', onclick: () => location.reload() }, say(language, 'reload')),
      )
    }
    setTimeout(look, EVERY_MS)
  }
  setTimeout(look, EVERY_MS)
  return notice
}
