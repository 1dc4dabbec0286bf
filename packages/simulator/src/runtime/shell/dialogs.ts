import { h } from './dom'

export interface Modal {
  title?: string
  content?: string
  showCancel?: boolean
  cancelText?: string
  cancelColor?: string
  confirmText?: string
  confirmColor?: string
  editable?: boolean
  placeholderText?: string
}

export interface ModalAnswer {
  confirm: boolean
  cancel: boolean
  content: string | null
}

/** `wx.showModal`. */
export function modal(options: Modal, done: (answer: ModalAnswer) => void): HTMLElement {
  const { title = '', content = '', showCancel = true, cancelText = '取消', confirmText = '确定', editable } = options
  const field = editable ? h('input', { value: content, placeholder: options.placeholderText ?? '' }) : null
  const answer = (confirm: boolean) =>
    done({ confirm, cancel: !confirm, content: confirm && field ? field.value : null })
  return h(
    'section',
    { class: 'dialog', role: 'dialog', 'aria-modal': 'true', 'aria-label': title || content },
    title ? h('h2', {}, title) : null,
    field ?? (content ? h('p', { class: title ? '' : 'alone' }, content) : null),
    h(
      'footer',
      {},
      showCancel
        ? h('button', { style: `color:${options.cancelColor ?? ''}`, onclick: () => answer(false) }, cancelText)
        : null,
      h(
        'button',
        { class: 'yes', style: `color:${options.confirmColor ?? ''}`, onclick: () => answer(true) },
        confirmText,
      ),
    ),
  )
}

export interface ActionSheet {
  alertText?: string
  itemList: string[]
  itemColor?: string
}

/** `wx.showActionSheet`: the index of the item tapped, or null. */
export function actionSheet(
  { alertText, itemList, itemColor }: ActionSheet,
  done: (index: number | null) => void,
): HTMLElement {
  return h(
    'section',
    { class: 'sheet actions', role: 'dialog', 'aria-modal': 'true', 'aria-label': alertText ?? '操作' },
    alertText ? h('p', { class: 'alert' }, alertText) : null,
    ...itemList.map((item, i) => h('button', { style: `color:${itemColor ?? ''}`, onclick: () => done(i) }, item)),
    h('button', { class: 'cancel', onclick: () => done(null) }, '取消'),
  )
}
