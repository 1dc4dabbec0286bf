import { h } from '../shell/dom'
import { card, type PanelContext, type Section } from './section'

const EVERY_MS = 3000
const SHOWN = 5

interface Message {
  at: number
  templateId: string
  page: string | null
  values: Record<string, string>
}

/** Subscribe messages that reached a phone: WeChat shows them outside the Mini Program. Nothing is drawn while there is none. */
export function messages(context: PanelContext): Section {
  const { control } = context.app.sandbox
  let received: Message[] = []

  const row = ({ at, page, values }: Message) =>
    h(
      'li',
      {},
      h('div', { class: 'quiet' }, new Date(at).toLocaleTimeString()),
      ...Object.values(values).map((value) => h('div', {}, value)),
      page ? h('div', { class: 'quiet mono' }, page) : null,
    )
  const section = card(context, 'messages', () => [h('ul', {}, ...received.slice(-SHOWN).reverse().map(row))])
  section.element.hidden = true
  const poll = async () => {
    const now = document.hidden ? received : await control.get<Message[]>('messages').catch(() => received)
    if (now.length !== received.length) {
      received = now
      section.element.hidden = now.length === 0
      section.paint()
    }
    setTimeout(poll, EVERY_MS)
  }
  void poll()
  return section
}
