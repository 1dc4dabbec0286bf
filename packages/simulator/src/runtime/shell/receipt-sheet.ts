import type { ReceiptSheet } from '../device/sandbox'
import { h, yuan } from './dom'

/** How WeChat's component ended, in the words the app is given. */
export interface ReceiptAnswer {
  status: 'success' | 'fail' | 'cancel'
  errormsg?: string
}

/** WeChat's component for 确认收货: what was bought, and whether it arrived. What WeChat will not have confirmed can only be closed. */
export function receiptSheet(
  { description, total, parcels, problem }: ReceiptSheet,
  confirm: () => Promise<unknown>,
  done: (answer: ReceiptAnswer) => void,
): HTMLElement {
  let isAsking = false
  const finish = (answer: ReceiptAnswer) => {
    if (!isAsking) done(answer)
  }
  const yes = async () => {
    if (isAsking) return
    isAsking = true
    try {
      await confirm()
      done({ status: 'success' })
    } catch (error) {
      done({ status: 'fail', errormsg: (error as Error).message })
    }
  }
  const close = () => finish(problem ? { status: 'fail', errormsg: problem } : { status: 'cancel' })
  return h(
    'section',
    { class: 'sheet permission', role: 'dialog', 'aria-modal': 'true', 'aria-label': '微信确认收货' },
    h('p', { class: 'app' }, '微信支付'),
    h('h2', {}, '确认收货'),
    h('p', {}, `${description} · ${yuan(total)}${parcels > 1 ? ` · ${parcels} 个包裹` : ''}`),
    h('p', {}, problem ?? '确认后，货款将结算给商家'),
    h(
      'footer',
      {},
      h('button', { class: 'no', onclick: close }, problem ? '关闭' : '暂不确认'),
      problem ? '' : h('button', { class: 'yes', onclick: () => void yes() }, '确认收货'),
    ),
  )
}
