import { h, yuan } from '../shell/dom'
import { card, type PanelContext, type Section, type Words } from './section'
import { CALLBACKS, STATES } from './text'

const EVERY_MS = 1500

interface Order {
  outTradeNo: string
  description: string
  /** fen */
  total: number
  state: string
  createdAt: number
}

interface Callback {
  outTradeNo: string
  attempts?: { status?: number; sent: string }[]
}

/** The orders WeChat Pay knows, what their callbacks met, and a hand to pay, cancel or spoil. */
export function payments(context: PanelContext): Section {
  const { control } = context.app.sandbox
  let orders: Order[] = []
  let callbacks: Callback[] = []
  let reachable = true
  let next = 'deliver'
  let shown = ''

  const refresh = async () => {
    try {
      ;[orders, callbacks] = await Promise.all([control.get<Order[]>('orders'), control.get<Callback[]>('callbacks')])
      reachable = true
    } catch {
      reachable = false
    }
    const state = JSON.stringify([orders, callbacks, reachable])
    if (state !== shown) section.paint()
    shown = state
  }
  const act = (path: string, body?: unknown) => control.post(path, body).then(refresh, refresh)
  const plan = (what: string) => {
    next = what
    void act('callbacks/next', [what === 'delay' ? { do: 'delay', ms: 10_000 } : { do: what }])
  }

  const row = (order: Order, words: Words) => {
    const met = callbacks
      .filter(({ outTradeNo }) => outTradeNo === order.outTradeNo)
      .flatMap((one) => one.attempts ?? [])
    const answers = met.map(({ status, sent }) => `${sent === 'genuine' ? '' : `${sent} `}${status ?? '—'}`).join(', ')
    return h(
      'li',
      {},
      h(
        'div',
        { class: 'line' },
        h('strong', {}, yuan(order.total)),
        h('span', { class: `state ${order.state}` }, words.pick(STATES[order.state] ?? [order.state, order.state])),
      ),
      h('div', { class: 'quiet' }, order.description),
      h(
        'div',
        { class: 'quiet mono' },
        `${order.outTradeNo}${answers ? ` · ${words.say('callbacks')} ${answers}` : ''}`,
      ),
      order.state === 'NOTPAY'
        ? h(
            'div',
            { class: 'actions' },
            h(
              'button',
              { class: 'solid', onclick: () => act(`orders/${order.outTradeNo}/approve`) },
              words.say('approve'),
            ),
            h('button', { onclick: () => act(`orders/${order.outTradeNo}/cancel`) }, words.say('cancel')),
          )
        : null,
    )
  }

  const section = card(context, 'payments', (words) => {
    if (!reachable) return [h('p', { class: 'quiet' }, words.say('unavailable'))]
    const options = Object.entries(CALLBACKS).map(([name, text]) =>
      h('option', { value: name, selected: name === next }, words.pick(text)),
    )
    const select = h('select', { onchange: () => plan(select.value) }, ...options)
    const recent = [...orders].sort((a, b) => b.createdAt - a.createdAt).slice(0, 6)
    return [
      recent.length === 0
        ? h('p', { class: 'quiet' }, words.say('noOrders'))
        : h('ul', {}, ...recent.map((order) => row(order, words))),
      h('label', { class: 'field' }, h('span', { class: 'label' }, words.say('nextCallback')), select),
    ]
  })
  const poll = async () => {
    if (!document.hidden) await refresh()
    setTimeout(poll, EVERY_MS)
  }
  void poll()
  return section
}
