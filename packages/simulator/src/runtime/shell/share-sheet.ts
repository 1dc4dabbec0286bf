import { h } from './dom'

export interface SharedCard {
  title: string
  path: string
  imageUrl: string
}

/** What a friend would receive. Nothing is sent. */
export function shareSheet(card: SharedCard, done: (answer: undefined) => void): HTMLElement {
  return h(
    'section',
    { class: 'sheet share', role: 'dialog', 'aria-modal': 'true', 'aria-label': '发送给朋友' },
    h('p', { class: 'alert' }, '发送给朋友'),
    h(
      'div',
      { class: 'card' },
      h('strong', {}, card.title),
      card.imageUrl ? h('img', { src: card.imageUrl, alt: '' }) : h('div', { class: 'no-picture' }, '页面截图'),
      h('code', {}, card.path),
    ),
    h('button', { class: 'cancel', onclick: () => done(undefined) }, '关闭'),
  )
}
