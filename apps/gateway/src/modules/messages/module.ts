import type { CommerceBackend } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { WechatServer } from '@xiaopu/wechat'
import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from '../../clock'
import type { MessageTemplates } from '../../config/message-templates'
import type { Sweep } from '../../jobs/sweep'
import type { Cases } from '../after-sales/cases'
import type { PickupCodes } from '../pickup/codes'
import { createOccasions } from './occasions'
import { createPermits } from './permits'
import { messageHandlers } from './routes'
import { createSender } from './sender'

interface Needs {
  db: Sql
  backend: CommerceBackend
  wechat: Pick<WechatServer, 'sendSubscribeMessage'>
  openidOf(shopperId: string): Promise<string>
  afterSales: Pick<Cases, 'pausesOf'>
  pickupCodes: Pick<PickupCodes, 'of'>
  alsoLetThrough(shopperId: string, templateId: string): Promise<number>
  templates: MessageTemplates
  clock: Clock
  log: FastifyBaseLogger
}

/** WeChat's subscribe messages: who let which through, what there is to tell, and the sending of all of them. */
export function createMessagesModule(needs: Needs) {
  const occasions = createOccasions(needs)
  const sweeps: Sweep[] = [
    { name: 'news-of-orders', everySeconds: 30, run: occasions.look },
    { name: 'messages', everySeconds: 10, run: createSender(needs).sendAll },
  ]
  return { events: occasions.events, sweeps, handlers: messageHandlers(createPermits(needs)) }
}
