import { h } from './dom'

/** The question before a scope is used the first time: 允许 or 拒绝. */
export function permissionPrompt(
  app: string,
  title: string,
  description: string,
  done: (allowed: boolean) => void,
): HTMLElement {
  return h(
    'section',
    { class: 'sheet permission', role: 'dialog', 'aria-modal': 'true', 'aria-label': title },
    h('p', { class: 'app' }, `${app} 申请`),
    h('h2', {}, title),
    h('p', {}, description),
    h(
      'footer',
      {},
      h('button', { class: 'no', onclick: () => done(false) }, '拒绝'),
      h('button', { class: 'yes', onclick: () => done(true) }, '允许'),
    ),
  )
}
