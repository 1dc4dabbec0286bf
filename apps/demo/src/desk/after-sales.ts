import { DeskRefusal } from './desk'
import type { ShopApi } from './shop-api'

/** What the page shows of one; as much of the gateway's answer as it needs. */
export interface DeskAfterSale {
  id: string
  orderNumber: string
  kind: 'refund' | 'return' | 'exchange'
  state: string
  lines: { name: string; options: string[]; quantity: number }[]
  /** What is to be sent instead; of an exchange. */
  replacements: { name: string; options: string[]; quantity: number }[]
  /** false: it is not set aside by itself. */
  replacementKept: boolean | null
  /** fen */
  asked: number
  reason: string
  words: string
  /** Addresses this machine's browser can load: small, and as large as they are. */
  pictures: { thumb: string; full: string }[]
  waybill: { carrier: string; trackingNumber: string } | null
  refundTrouble: 'abnormal' | 'closed' | null
  actions: ('approve' | 'approve_refund' | 'refuse' | 'receive' | 'send_replacement' | 'refund')[]
}

interface Answered {
  id: string
  words?: string
  /** Yuan were typed; these are fen. null: what was asked. */
  amount?: number | null
  returnTo?: string | null
  carrier?: string
  trackingNumber?: string
}

const AT = '/v1/merchant/after-sales'
const SHOWN = 20

/** After-sales at the gateway: the same with both back ends. */
export function createAfterSaleRoom(ask: ShopApi, gatewayUrl: string) {
  const here = (address: string) => gatewayUrl + new URL(address).pathname
  async function look(): Promise<DeskAfterSale[]> {
    const { items } = await ask<{ items: DeskAfterSale[] }>('GET', `${AT}?limit=${SHOWN}`)
    return items.map(({ id, orderNumber, kind, state, lines, asked, reason, words, pictures, ...rest }) => ({
      ...{ id, orderNumber, kind, state, asked, reason, words },
      lines: lines.map(({ name, options, quantity }) => ({ name, options, quantity })),
      // Addresses are those of the shop on the internet; the gateway they lead to runs here.
      pictures: pictures.map(({ thumb, full }) => ({ thumb: here(thumb), full: here(full) })),
      replacements: rest.replacements.map(({ name, options, quantity }) => ({ name, options, quantity })),
      replacementKept: rest.replacementKept,
      ...{ waybill: rest.waybill, refundTrouble: rest.refundTrouble, actions: rest.actions },
    }))
  }

  const say = (id: string, act: string, body?: object) =>
    ask<unknown>('POST', `${AT}/${encodeURIComponent(id)}/${act}`, { body })
  // What comes is the page's own; whether it makes sense is for the gateway to say.
  const acts: Record<string, (given: Answered) => Promise<unknown>> = {
    approve: ({ id, words = '', amount = null, returnTo = null }) =>
      say(id, 'approve', { words, amount, returnTo: returnTo === null ? null : { text: returnTo } }),
    approveRefund: ({ id, words = '', returnTo = null }) =>
      say(id, 'approve', { words, amount: null, returnTo: { text: returnTo }, refundInstead: true }),
    refuse: ({ id, words = '' }) => say(id, 'refuse', { words }),
    receive: ({ id }) => say(id, 'receipt', { restock: true }),
    sendReplacement: ({ id, carrier, trackingNumber }) => say(id, 'replacement', { carrier, trackingNumber }),
    refund: ({ id }) => say(id, 'refund'),
  }

  /** @throws DeskRefusal for an act there is not, and for what the gateway refuses */
  async function perform(act: string, given: unknown): Promise<void> {
    const known = Object.hasOwn(acts, act) ? acts[act] : undefined
    if (!known) throw new DeskRefusal('not_found', 404, `There is no ${act}`)
    await known((given ?? {}) as Answered)
  }

  return { look, perform }
}

export type AfterSaleRoom = ReturnType<typeof createAfterSaleRoom>
