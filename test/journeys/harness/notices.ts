import type { Page } from 'playwright-core'
import { eventually, type Words } from './surface'

/** In the page: passes on every notice that appears. Only its text crosses over. */
const PASS_ON = `if (self === top)
  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes]))
      if (node instanceof Element)
        for (const one of [node, ...node.querySelectorAll('*')])
          if (one.getAttribute('role') === 'status') noteNotice(one.textContent)
  }).observe(document, { childList: true, subtree: true })`

/**
 * The short notices of a phone, written down as they come: they go away by themselves after a second and a half, which on
 * a busy machine may be before a test has looked.
 */
export class Notices {
  private readonly unread: string[] = []

  /** Before the page is loaded. */
  static async of(page: Page): Promise<Notices> {
    const notices = new Notices()
    await page.exposeFunction('noteNotice', (text: string) => notices.unread.push(text))
    await page.addInitScript(PASS_ON)
    return notices
  }

  /** Waits for one that nobody has read yet, and reads it. */
  async read(words: Words): Promise<void> {
    const says = (notice: string) => (typeof words === 'string' ? notice.includes(words) : words.test(notice))
    await eventually(`the notice ${words}`, () => this.unread.some(says))
    this.unread.splice(this.unread.findIndex(says), 1)
  }
}
