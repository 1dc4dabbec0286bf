import { h } from './dom'

/** `wx.previewImage`: one picture at a time, a tap closes. */
export function pictureViewer(urls: string[], start: number, done: (answer: undefined) => void): HTMLElement {
  let at = start
  const picture = h('img', { alt: '图片预览', onclick: () => done(undefined) })
  const count = h('p', { role: 'status' })
  const turn = (step: number) => {
    at = Math.max(0, Math.min(urls.length - 1, at + step))
    picture.src = urls[at] ?? ''
    count.textContent = `${at + 1} / ${urls.length}`
  }
  const section = h(
    'section',
    {
      class: 'viewer',
      role: 'dialog',
      'aria-modal': 'true',
      'aria-label': '图片预览',
      onkeydown: (event: KeyboardEvent) => {
        if (event.key === 'ArrowLeft') turn(-1)
        if (event.key === 'ArrowRight') turn(1)
        if (event.key === 'Escape') done(undefined)
      },
    },
    picture,
    count,
    h('button', { class: 'close', 'aria-label': '关闭预览', onclick: () => done(undefined) }, '×'),
    urls.length > 1 ? h('button', { class: 'previous', 'aria-label': '上一张', onclick: () => turn(-1) }, '‹') : null,
    urls.length > 1 ? h('button', { class: 'next', 'aria-label': '下一张', onclick: () => turn(1) }, '›') : null,
  )
  turn(0)
  return section
}
