import { h } from './dom'

export interface OpenedDocument {
  /** An address only this browser knows. */
  url: string
  /** pdf, docx, … */
  type: string
  bytes: number
  /** Whether it can be passed on from here. */
  menu: boolean
}

/** `wx.openDocument`: a PDF as this browser shows one; of anything else, and where it has no reader, what it is and how large. */
export function documentPage(
  { url, type, bytes, menu }: OpenedDocument,
  done: (answer: undefined) => void,
): HTMLElement {
  const readable = type === 'pdf' && navigator.pdfViewerEnabled
  const name = `文档.${type}`
  return h(
    'section',
    { class: 'document', role: 'dialog', 'aria-modal': 'true', 'aria-label': '文档预览' },
    h(
      'header',
      {},
      h('button', { 'aria-label': '返回', onclick: () => done(undefined) }, '‹'),
      h('h2', {}, name),
      menu ? h('a', { href: url, download: name, 'aria-label': '保存' }, '保存') : null,
    ),
    readable
      ? // No frame: the frame that is not hidden is the page on top.
        h('embed', { src: `${url}#toolbar=0&navpanes=0&view=FitH`, type: 'application/pdf', title: name })
      : h('p', { class: 'paper' }, `${type.toUpperCase()} 文档`),
    h('small', {}, `${type.toUpperCase()} · ${Math.max(1, Math.round(bytes / 1024))} KB`),
  )
}
