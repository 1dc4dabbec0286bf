import { h } from '../shell/dom'
import type { Boot } from '../types'
import type { PanelContext, Section } from './section'
import { pick, say } from './text'

/** How long a loaded page may take to say how high it is, ms. */
const PATIENCE = 3000

/**
 * A page of somebody else's in a card. It is told the panel's language and look, and tells how high it is and
 * what is to be opened on the phone; nothing else passes between the two.
 */
export function deskPage(context: PanelContext, { title, url }: NonNullable<Boot['desk']>): Section {
  const page = new URL(url)
  page.searchParams.set('language', context.language())
  const heading = h('h2')
  const silent = h('p', { class: 'quiet', role: 'status', hidden: true })
  const frame = h('iframe', { src: page.href, sandbox: 'allow-scripts allow-forms allow-same-origin' })
  const element = h('section', { class: 'panel-card desk' }, h('header', {}, heading), silent, frame)
  let answered = false

  const tell = () => {
    const theme = getComputedStyle(document.documentElement).colorScheme === 'dark' ? 'dark' : 'light'
    const { accent } = context.app.boot
    frame.contentWindow?.postMessage(
      { type: 'desk:surroundings', language: context.language(), theme, accent },
      page.origin,
    )
  }
  // A page that could not be loaded is loaded, too, as far as an event tells.
  frame.addEventListener('load', () => {
    tell()
    setTimeout(() => {
      silent.hidden = answered
    }, PATIENCE)
  })
  window.addEventListener('message', ({ source, data }) => {
    if (source !== frame.contentWindow) return
    if (data?.type === 'desk:open') return open(context, String(data.path))
    if (data?.type !== 'desk:height') return
    const height = Number(data.height)
    if (!(height >= 0)) return
    answered = true
    silent.hidden = true
    frame.style.height = `${Math.ceil(height)}px`
  })

  return {
    element,
    // The frame stays where it is: one that is moved loads anew.
    paint: () => {
      const name = pick(context.language(), [title.zh, title.en])
      heading.textContent = name
      frame.title = name
      element.setAttribute('aria-label', name)
      silent.textContent = say(context.language(), 'deskSilent')
      if (answered) tell()
    },
  }
}

/** As a code that is scanned would: the page is the first one, whatever was open. */
function open({ app }: PanelContext, path: string): void {
  void app.wx.reLaunch({
    url: `/${path}`,
    fail: ({ errMsg }: { errMsg: string }) => app.records.log('warn', [`desk:open ${path}: ${errMsg}`]),
  })
}
