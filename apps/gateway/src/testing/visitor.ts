import type { Cart, Order, PaymentState, Problem, Quote, Session, StartedPayment } from '@xiaopu/contract'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { ADDRESS } from './goods'

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every route
export interface Answer<Body = any> {
  status: number
  headers: Record<string, unknown>
  body: Body
}

/** Somebody with the Mini Program in their hand. Calls go through the whole server. */
export class Visitor {
  token: string | undefined

  constructor(private readonly app: () => FastifyInstance) {}

  async call<Body>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    const authorization = this.token ? { authorization: `Bearer ${this.token}` } : undefined
    const options: InjectOptions = { method, url, headers: { ...authorization, ...headers } }
    if (payload !== undefined) options.payload = payload as InjectOptions['payload']
    const { statusCode, headers: answered, payload: text } = await this.app().inject(options)
    const json = String(answered['content-type'] ?? '').includes('json')
    return { status: statusCode, headers: answered, body: json ? JSON.parse(text) : text } as Answer<Body>
  }

  get = <Body = unknown>(url: string, headers?: Record<string, string>) =>
    this.call<Body>('GET', url, undefined, headers)
  post = <Body = unknown>(url: string, payload?: unknown, headers?: Record<string, string>) =>
    this.call<Body>('POST', url, payload, headers)

  async signIn(code: string): Promise<Answer<Session>> {
    const answer = await this.post<Session>('/v1/sessions', { code })
    if (answer.status === 201) this.token = answer.body.token
    return answer
  }

  async put(skuId: string, quantity = 1): Promise<Cart> {
    return (await this.post<Cart>('/v1/cart/lines', { skuId, quantity })).body
  }

  async cart(): Promise<Cart> {
    return (await this.get<Cart>('/v1/cart')).body
  }

  async quote(source: object = { kind: 'cart' }, coupon?: string): Promise<Quote> {
    return (await this.post<Quote>('/v1/checkout/quote', { source, address: ADDRESS, coupon })).body
  }

  place(
    quoteId: string,
    key: string,
    source: object = { kind: 'cart' },
    more: object = {},
  ): Promise<Answer<Order & Pick<Problem, 'code'>>> {
    const body = { quoteId, source, address: ADDRESS, fapiao: null, remark: '', ...more }
    return this.post('/v1/orders', body, { 'idempotency-key': key })
  }

  /** Buys one thing at once, up to the point where it has to be paid. */
  async order(skuId: string, quantity = 1): Promise<Order> {
    const source = { kind: 'direct', skuId, quantity }
    const { id } = await this.quote(source)
    const placed = await this.place(id, `key-${crypto.randomUUID()}`, source)
    if (placed.status !== 201) throw new Error(`the order was refused: ${JSON.stringify(placed.body)}`)
    return placed.body
  }

  startPayment(order: Order): Promise<Answer<Extract<StartedPayment, { status: 'ready' }>>> {
    return this.post(`/v1/orders/${order.id}/payment`)
  }

  async payment(order: Order): Promise<PaymentState> {
    return (await this.get<PaymentState>(`/v1/orders/${order.id}/payment`)).body
  }

  async seen(order: Order): Promise<Order> {
    return (await this.get<Order>(`/v1/orders/${order.id}`)).body
  }
}
