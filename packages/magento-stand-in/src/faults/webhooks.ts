import { createHmac } from 'node:crypto'
import { type Magento, magentoTime } from '../magento'
import type { Order } from '../state/state'

export type WebhookEvent = 'order.status' | 'order.shipment' | 'order.creditmemo'

/**
 * What the shop's module tells of an order: `POST` of JSON, signed over the body with HMAC-SHA256 (hex) in
 * `X-Magento-Signature`. It is told once and not again: what is lost, a poll has to find.
 */
export class Webhooks {
  private pending = new Set<Promise<unknown>>()
  readonly sent: { event: WebhookEvent; number: string; status: number | null }[] = []

  constructor(private target: { url: string; secret: string } | null) {}

  pointAt(target: { url: string; secret: string } | null): void {
    this.target = target
  }

  tell(magento: Magento, event: WebhookEvent, order: Order): void {
    if (!this.target) return
    const body = JSON.stringify({
      event,
      order_id: order.id,
      increment_id: order.number,
      store_code: order.storeCode,
      state: order.state,
      status: order.status,
      updated_at: magentoTime(order.updatedAt),
    })
    const times = magento.faults.strike('doubleNotification') ? 2 : 1
    for (let time = 0; time < times; time++) this.track(this.send(this.target, event, order.number, body))
  }

  /** Resolves when everything that was told has been answered. */
  async settled(): Promise<void> {
    while (this.pending.size > 0) await Promise.all(this.pending)
  }

  private track(sending: Promise<void>): void {
    this.pending.add(sending)
    void sending.finally(() => this.pending.delete(sending))
  }
  private async send(
    { url, secret }: { url: string; secret: string },
    event: WebhookEvent,
    number: string,
    body: string,
  ) {
    const signature = createHmac('sha256', secret).update(body).digest('hex')
    const headers = { 'content-type': 'application/json', 'x-magento-signature': signature }
    const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) }).catch(
      () => null,
    )
    this.sent.push({ event, number, status: answer?.status ?? null })
  }
}
