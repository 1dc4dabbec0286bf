import { h } from './dom'

type Choice = 'accept' | 'reject'

/** `wx.requestSubscribeMessage`: each template with its tick; 拒绝 refuses all. */
export function subscribeSheet(ids: string[], done: (answer: Record<string, Choice>) => void): HTMLElement {
  const boxes = ids.map((id) => h('input', { type: 'checkbox', checked: true, value: id }))
  const answer = (allowed: boolean) =>
    done(Object.fromEntries(boxes.map((box) => [box.value, allowed && box.checked ? 'accept' : 'reject'])))
  return h(
    'section',
    { class: 'sheet permission', role: 'dialog', 'aria-modal': 'true', 'aria-label': '订阅消息' },
    h('h2', {}, '发送以下消息'),
    ...boxes.map((box) => h('label', { class: 'template' }, box, h('span', {}, `一次性订阅 · ${box.value}`))),
    h(
      'footer',
      {},
      h('button', { class: 'no', onclick: () => answer(false) }, '拒绝'),
      h('button', { class: 'yes', onclick: () => answer(true) }, '允许'),
    ),
  )
}
