import { createHmac, timingSafeEqual } from 'node:crypto'
import type { MagentoCommerce } from '@xiaopu/commerce-magento'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { bodiesAsBytes, bytesOf } from '../http/raw-body'

export const MAGENTO_NOTIFY_PATH = '/v1/notify/magento'

/** Of the message only the number is believed: how the order stands is asked of Magento. */
const Message = z.object({ increment_id: z.string().min(1).max(64) })

/**
 * Where Magento tells that an order has changed: JSON `{ event, order_id, increment_id, … }`, in `X-Magento-Signature`
 * the hex HMAC-SHA256 of these bytes. It is answered 204 at once and followed afterwards; what is lost in between, the
 * look every minute finds.
 */
export async function serveMagentoWebhook(
  app: FastifyInstance,
  magento: Pick<MagentoCommerce, 'orderChanged'>,
  secret: string,
): Promise<void> {
  const following = new Set<Promise<unknown>>()

  function follow(number: string): void {
    const task = magento
      .orderChanged(number)
      .catch((error: unknown) => app.log.error({ err: error, number }, 'a changed order could not be followed'))
      .finally(() => following.delete(task))
    following.add(task)
  }

  await app.register(async (webhook) => {
    bodiesAsBytes(webhook)
    // Before the database is let go of.
    webhook.addHook('onClose', async () => void (await Promise.all(following)))
    webhook.post(MAGENTO_NOTIFY_PATH, { schema: { hide: true }, config: { rateLimit: false } }, (request, reply) => {
      const body = bytesOf(request)
      if (!isSignedWith(secret, body, request.headers['x-magento-signature'])) {
        request.log.warn('a message that Magento has not signed was refused')
        return reply.code(401).send()
      }
      const message = messageOf(body)
      if (!message) return reply.code(400).send()
      follow(message.increment_id)
      return reply.code(204).send()
    })
  })
}

function isSignedWith(secret: string, body: Buffer, signature: string | string[] | undefined): boolean {
  const expected = createHmac('sha256', secret).update(body).digest()
  // Anything but hex ends the conversion early: the lengths differ then.
  const given = Buffer.from(String(signature ?? ''), 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function messageOf(body: Buffer): z.infer<typeof Message> | null {
  try {
    return Message.parse(JSON.parse(body.toString('utf8')))
  } catch {
    return null
  }
}
