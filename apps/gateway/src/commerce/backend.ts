import type { CommerceBackend } from '@xiaopu/commerce'
import { createMagentoCommerce, type MagentoCommerce } from '@xiaopu/commerce-magento'
import { createPostgresCommerce, type Database } from '@xiaopu/commerce-postgres'
import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from '../clock'
import type { GatewayConfig } from '../config/config'
import type { Sweep } from '../jobs/sweep'
import type { RefundedMoney } from '../modules/payments/refund-desk'
import type { Outage } from './outage'

interface Needs {
  database: Database
  clock: Clock
  log: Pick<FastifyBaseLogger, 'warn'>
}

/** The shop system that the configuration names. The database stays the caller's. */
export function chooseBackend(
  { magento }: Pick<GatewayConfig, 'magento'>,
  { database, clock, log }: Needs,
): CommerceBackend {
  if (!magento) return createPostgresCommerce({ database, clock })
  const { webhookSecret: _, ...options } = magento
  return createMagentoCommerce({
    ...{ ...options, database, clock },
    onErrandFailed: (failure) =>
      log.warn(failure, 'Magento did not take what it has to know of an order; it is told again'),
  })
}

/** The back end with what only a Magento has; null: it is another one. */
export const magentoOf = (backend: CommerceBackend): MagentoCommerce | null =>
  backend.name === 'magento' ? (backend as MagentoCommerce) : null

/** Magento is asked what has changed, whether or not its webhook tells, and told what it has not heard. */
export function magentoSweeps(magento: MagentoCommerce, outage: Outage): Sweep[] {
  return [
    {
      name: 'magento-orders',
      everySeconds: 60,
      run: () => outage.watch(magento.syncOrders),
    },
    {
      name: 'magento-errands',
      everySeconds: 60,
      async run() {
        await magento.runErrands()
      },
    },
  ]
}

/** Lets the shop system know of money that has gone back. An order of before the shop moved to it is none of its. */
export const tellShopOfRefunds =
  ({ orders }: Pick<CommerceBackend, 'orders'>) =>
  async ({ outRefundNo: refundId, orderId, amount, lines, restock }: RefundedMoney): Promise<void> => {
    if (await orders.find(orderId)) await orders.recordRefund(orderId, { refundId, amount, lines, restock })
  }
