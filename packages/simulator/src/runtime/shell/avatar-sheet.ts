import { h } from './dom'

const COLOURS = ['#c96f4a', '#5d8a72', '#4b6ea8', '#a86b8f']

/** `open-type="chooseAvatar"`: a few drawn portraits in place of one's photographs. Gives a data address. */
export function avatarSheet(done: (url: string | null) => void): HTMLElement {
  const portraits = COLOURS.map((colour, i) => {
    const url = portrait(colour)
    return h('button', { 'aria-label': `头像 ${i + 1}`, onclick: () => done(url) }, h('img', { src: url, alt: '' }))
  })
  return h(
    'section',
    { class: 'sheet avatars', role: 'dialog', 'aria-modal': 'true', 'aria-label': '选择头像' },
    h('p', { class: 'alert' }, '选择头像'),
    h('div', { class: 'grid' }, ...portraits),
    h('button', { class: 'cancel', onclick: () => done(null) }, '取消'),
  )
}

function portrait(colour: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="132" height="132"><rect width="132" height="132" fill="${colour}"/><circle cx="66" cy="52" r="24" fill="#fff" fill-opacity=".85"/><path d="M18 132c0-32 22-48 48-48s48 16 48 48z" fill="#fff" fill-opacity=".85"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
