import { h } from './dom'

/** `wx.scanCode`: the code is typed, there being no camera. */
export function scanSheet(done: (code: string | null) => void): HTMLElement {
  const field = h('input', { placeholder: '输入条码或二维码内容', 'aria-label': '码内容' })
  const form = h(
    'form',
    {
      onsubmit: (event: Event) => {
        event.preventDefault()
        if (field.value) done(field.value)
      },
    },
    field,
    h('button', { class: 'primary' }, '识别'),
  )
  return h(
    'section',
    { class: 'sheet scan', role: 'dialog', 'aria-modal': 'true', 'aria-label': '扫一扫' },
    h('p', { class: 'alert' }, '扫一扫'),
    form,
    h('button', { class: 'cancel', onclick: () => done(null) }, '取消'),
  )
}
