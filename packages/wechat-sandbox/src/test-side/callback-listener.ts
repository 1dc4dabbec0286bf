import { createDecipheriv } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { API_V3_KEY, signatureHolds } from './merchant'

export interface ReceivedCallback {
  path: string
  headers: Record<string, string>
  body: string
  event: string
  id: string
}

/** The merchant's door for callbacks: keeps what arrives and answers what it is told to, 204 by default. */
export class CallbackListener {
  readonly received: ReceivedCallback[] = []
  private answers: Array<number | 'silence'> = []
  private constructor(private readonly server: Server) {}

  static async open(port = 0): Promise<CallbackListener> {
    const server = createServer((incoming, outgoing) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8')
        const { event_type: event, id } = JSON.parse(body)
        listener.received.push({
          path: incoming.url!,
          headers: incoming.headers as Record<string, string>,
          body,
          event,
          id,
        })
        const status = listener.answers.shift() ?? 204
        if (status === 'silence') return
        outgoing.statusCode = status
        outgoing.end(status >= 400 ? '{"code":"FAIL","message":"失败"}' : undefined)
      })
    })
    const listener = new CallbackListener(server)
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    return listener
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`
  }

  answerNext(...answers: Array<number | 'silence'>): void {
    this.answers.push(...answers)
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }
}

/** Decrypts a callback's resource. @throws when the GCM tag does not fit. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into resources of several shapes
export function openResource(body: string): any {
  const { resource } = JSON.parse(body)
  return JSON.parse(openSealed(resource.ciphertext, resource.nonce, resource.associated_data))
}

export function openSealed(ciphertext: string, nonce: string, associatedData: string): string {
  const sealed = Buffer.from(ciphertext, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', API_V3_KEY, nonce)
  decipher.setAAD(Buffer.from(associatedData)).setAuthTag(sealed.subarray(-16))
  return decipher.update(sealed.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8')
}

/** What a careful merchant finds wrong with a callback's envelope; undefined when nothing. */
export function envelopeFault(callback: ReceivedCallback, publicKeyPem: string, now: number): string | undefined {
  if (Math.abs(now / 1000 - Number(callback.headers['wechatpay-timestamp'])) >= 300) return 'stale'
  if (!signatureHolds(callback.headers, callback.body, publicKeyPem)) return 'signature'
  try {
    openResource(callback.body)
    return undefined
  } catch {
    return 'ciphertext'
  }
}
