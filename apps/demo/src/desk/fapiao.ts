import { type DeskFapiao, DeskRefusal } from './desk'
import type { ShopApi } from './shop-api'
import { specimenFapiao } from './specimen-fapiao'

interface Waiting extends Pick<DeskFapiao, 'orderId' | 'orderNumber' | 'total' | 'requestedAt'> {
  fapiao: Pick<DeskFapiao, 'kind' | 'title'> & { taxNumber?: string; email?: string | null }
}

/** A PDF in base64, and what is said around it. */
export const LARGEST_FAPIAO = 1_450_000

const at = (orderId: string, ...steps: string[]) =>
  ['/v1/merchant/orders', encodeURIComponent(orderId), 'fapiao', ...steps].join('/')

/** Fapiao at the gateway: the same with both back ends. */
export function createFapiaoRoom(ask: ShopApi, today = () => new Date()) {
  async function look(): Promise<DeskFapiao[]> {
    const { fapiao } = await ask<{ fapiao: Waiting[] }>('GET', '/v1/merchant/fapiao')
    return fapiao.map(({ orderId, orderNumber, total, requestedAt, fapiao: { kind, title, taxNumber, email } }) => ({
      ...{ orderId, orderNumber, total, requestedAt, kind, title },
      ...{ taxNumber: taxNumber ?? null, email: email ?? null },
    }))
  }

  /** Whoever tries the shop has no tax platform: without a file of their own they hand over a page that says it is a specimen. */
  async function specimen(orderId: string, number: string): Promise<string> {
    const wanted = (await look()).find((one) => one.orderId === orderId)
    if (!wanted) throw new DeskRefusal('fapiao_not_requested', 409)
    const date = today().toISOString().slice(0, 10)
    return specimenFapiao({ ...wanted, number, date }).toString('base64')
  }

  const acts: Record<string, (orderId: string, given: Record<string, unknown>) => Promise<unknown>> = {
    async issue(orderId, { number, pdf }) {
      if (typeof number !== 'string' || !/^\d{8,20}$/.test(number)) throw wrong('number')
      const body = { number, link: null, pdf: typeof pdf === 'string' ? pdf : await specimen(orderId, number) }
      return ask('PUT', at(orderId), { body })
    },
    async refuse(orderId, { reason }) {
      if (typeof reason !== 'string' || reason.trim() === '') throw wrong('reason')
      return ask('POST', at(orderId, 'refusal'), { body: { reason } })
    },
  }

  /** @throws DeskRefusal for an act there is not, for words that make no sense, and for what the gateway refuses */
  async function perform(act: string, given: unknown): Promise<void> {
    const known = Object.hasOwn(acts, act) ? acts[act] : undefined
    if (!known) throw new DeskRefusal('not_found', 404, `There is no ${act}`)
    const { orderId, ...rest } = (given ?? {}) as Record<string, unknown>
    if (typeof orderId !== 'string') throw wrong('orderId')
    await known(orderId, rest)
  }

  return { look, perform }
}

export type FapiaoRoom = ReturnType<typeof createFapiaoRoom>

const wrong = (field: string) => new DeskRefusal('validation_failed', 400, field)
