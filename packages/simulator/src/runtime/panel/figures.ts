import { h } from '../shell/dom'
import { card, type PanelContext, type Section } from './section'

/** setData by page: what the bridge between WeChat's two threads would carry. */
export function setDataFigures(context: PanelContext): Section {
  const { records } = context.app
  return card(
    context,
    'data',
    (words) => {
      const pages = new Map<string, { count: number; bytes: number }>()
      for (const { page, bytes } of records.setData) {
        const sum = pages.get(page) ?? { count: 0, bytes: 0 }
        pages.set(page, { count: sum.count + 1, bytes: sum.bytes + bytes })
      }
      if (pages.size === 0) return [h('p', { class: 'quiet' }, words.say('none'))]
      const rows = [...pages].map(([page, { count, bytes }]) =>
        h(
          'tr',
          {},
          h('td', { class: 'mono' }, page || '—'),
          h('td', {}, `${count} ${words.say('times')}`),
          h('td', {}, size(bytes)),
        ),
      )
      return [h('table', {}, ...rows), h('p', { class: 'quiet' }, words.say('dataHint'))]
    },
    (words) => clearButton(words.say('clear'), () => emptied(records.setData, context)),
  )
}

/** The last requests, newest first. */
export function traffic(context: PanelContext): Section {
  const { records } = context.app
  return card(
    context,
    'traffic',
    (words) => {
      const recent = records.requests.slice(-12).reverse()
      if (recent.length === 0) return [h('p', { class: 'quiet' }, words.say('none'))]
      const rows = recent.map(({ method, url, status, ms, error }) =>
        h(
          'tr',
          { class: error || status >= 400 ? 'bad' : '' },
          h('td', { class: 'mono', title: url }, `${method} ${short(url)}`),
          h('td', {}, error ?? (status ? String(status) : '…')),
          h('td', {}, status || error ? `${ms} ms` : ''),
        ),
      )
      return [h('table', {}, ...rows)]
    },
    (words) => clearButton(words.say('clear'), () => emptied(records.requests, context)),
  )
}

/** What the Mini Program printed, its errors, and what it asked of the simulator in vain. */
export function consoleLines(context: PanelContext): Section {
  const { records } = context.app
  return card(
    context,
    'console',
    (words) => {
      const recent = records.logs.slice(-40)
      if (recent.length === 0) return [h('p', { class: 'quiet' }, words.say('none'))]
      return [
        h(
          'ol',
          { class: 'console', tabindex: '0' },
          ...recent.map(({ level, text }) => h('li', { class: level }, text)),
        ),
      ]
    },
    (words) => clearButton(words.say('clear'), () => emptied(records.logs, context)),
  )
}

function emptied(list: unknown[], { app }: PanelContext): void {
  list.length = 0
  app.records.changed()
}

function clearButton(text: string, clear: () => void): HTMLElement {
  return h('button', { class: 'text', onclick: clear }, text)
}

function size(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`
}

function short(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname + new URL(url).search : url
}
