import { h } from './dom'

export interface ScopeRow {
  scope: string
  label: string
  allowed: boolean
}

/** `wx.openSetting`: what has been asked for, each with its switch. */
export function settingsPage(
  rows: ScopeRow[],
  set: (scope: string, allowed: boolean) => void,
  done: (answer: undefined) => void,
): HTMLElement {
  const row = ({ scope, label, allowed }: ScopeRow) => {
    const box = h('input', {
      type: 'checkbox',
      role: 'switch',
      checked: allowed,
      onchange: () => set(scope, box.checked),
    })
    return h('label', { class: 'row setting' }, h('span', {}, label), box)
  }
  return h(
    'section',
    { class: 'native-page', role: 'dialog', 'aria-modal': 'true', 'aria-label': '设置' },
    h(
      'header',
      {},
      h('button', { class: 'back', 'aria-label': '返回', onclick: () => done(undefined) }),
      h('h2', {}, '设置'),
    ),
    rows.length === 0 ? h('p', { class: 'empty' }, '此小程序尚未使用任何权限') : null,
    h('div', { class: 'rows' }, ...rows.map(row)),
  )
}
