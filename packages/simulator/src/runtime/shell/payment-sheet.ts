import type { PayAnswer, PaymentSheet } from '../device/sandbox'
import { h, yuan } from './dom'

const LENGTH = 6

/**
 * WeChat's payment sheet: merchant, amount, six digits, a keypad. It answers after the result page's 完成, after ×, or
 * when WeChat says no; a wrong password stays on the sheet.
 */
export function paymentSheet(
  sheet: PaymentSheet,
  pay: (password: string) => Promise<PayAnswer>,
  done: (answer: PayAnswer) => void,
): HTMLElement {
  let digits = ''
  let state: 'ready' | 'paying' | 'locked' = 'ready'
  const dots = Array.from({ length: LENGTH }, () => h('i'))
  const boxes = h('div', { class: 'password', role: 'img', 'aria-label': '支付密码' }, ...dots)
  const note = h('p', { class: 'note', role: 'status' })
  const say = (text: string, wrong: boolean) => {
    note.textContent = text
    note.classList.toggle('wrong', wrong)
  }
  const show = (typed: string) => {
    digits = typed
    for (const [i, box] of dots.entries()) box.classList.toggle('on', i < typed.length)
  }
  const submit = async () => {
    state = 'paying'
    say('正在支付…', false)
    const answer = await pay(digits).catch((error: Error) => lineIsDead(error))
    state = answer.result === 'locked' ? 'locked' : 'ready'
    show('')
    if (answer.result === 'wrong-password') say(`支付密码错误，还可以输入 ${answer.attemptsLeft} 次`, true)
    else if (answer.result === 'locked') say('密码错误次数过多，钱包已锁定，请稍后再试', true)
    else if (answer.result === 'ok') section.replaceChildren(paid(sheet, () => done(answer)))
    else done(answer)
  }
  const press = (key: string) => {
    if (state !== 'ready') return
    show(key === 'back' ? digits.slice(0, -1) : (digits + key).slice(0, LENGTH))
    if (digits.length === LENGTH) void submit()
  }
  const close = () => {
    if (state !== 'paying') done({ result: 'cancelled' })
  }
  const section = h(
    'section',
    {
      class: 'sheet payment',
      role: 'dialog',
      'aria-modal': 'true',
      'aria-label': '微信支付',
      onkeydown: (event: KeyboardEvent) => {
        if (/^\d$/.test(event.key)) press(event.key)
        else if (event.key === 'Backspace') press('back')
        else if (event.key === 'Escape') close()
      },
    },
    h(
      'header',
      {},
      h('button', { class: 'close', 'aria-label': '关闭', onclick: close }, '×'),
      h('h2', {}, '请输入支付密码'),
    ),
    h('p', { class: 'merchant' }, sheet.merchantName),
    h('p', { class: 'amount' }, yuan(sheet.total)),
    h(
      'dl',
      {},
      h('dt', {}, '商品'),
      h('dd', {}, sheet.description),
      h('dt', {}, '付款人'),
      h('dd', {}, sheet.payerName),
      h('dt', {}, '付款方式'),
      h('dd', {}, '零钱'),
    ),
    boxes,
    note,
    keypad(press),
  )
  return section
}

function lineIsDead({ message }: Error): PayAnswer {
  return { result: 'failed', errMsg: `requestPayment:fail ${message}`, reason: message }
}

function keypad(press: (key: string) => void): HTMLElement {
  const key = (digit: string) => h('button', { onclick: () => press(digit) }, digit)
  return h(
    'div',
    { class: 'keypad', role: 'group', 'aria-label': '数字键盘' },
    ...['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(key),
    h('span', { class: 'blank' }),
    key('0'),
    h('button', { class: 'blank', 'aria-label': '删除', onclick: () => press('back') }, '⌫'),
  )
}

function paid(sheet: PaymentSheet, finish: () => void): HTMLElement {
  return h(
    'div',
    { class: 'paid' },
    h('i', { class: 'tick', 'aria-hidden': 'true' }),
    h('h2', { role: 'status' }, '支付成功'),
    h('p', { class: 'merchant' }, sheet.merchantName),
    h('p', { class: 'amount' }, yuan(sheet.total)),
    h('button', { class: 'finish', onclick: finish }, '完成'),
  )
}
