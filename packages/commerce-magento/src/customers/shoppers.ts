import type { ShoppersPort } from '@xiaopu/commerce'
import { eq } from 'drizzle-orm'
import type { Placements } from '../checkout/placements'
import type { Leases } from '../locks/leases'
import type { Shop } from '../shop'
import { cartLines, carts } from '../tables'
import type { Accounts } from './account'

interface Needs {
  shop: Pick<Shop, 'database'>
  accounts: Accounts
  leases: Leases
  placements: Placements
}

/**
 * A shopper is a customer at Magento from their first purchase on: made by us, under an address nobody can read mail at. That
 * customer is deleted with them; Magento then keeps the orders as those of a guest, with name and address on them. Reviews
 * stay as they were let through: Magento has no way to take the name off one.
 */
export function shoppersPort({ shop, accounts, leases, placements }: Needs): ShoppersPort {
  const { db } = shop.database
  return {
    async kept({ customer }) {
      const account = await accounts.known(customer.id)
      return { account: account ? [{ magentoCustomer: account.magentoId, email: account.email }] : [] }
    },

    async forget(customerId) {
      await leases.exclusively(`till ${customerId}`, async () => {
        // An order that Magento may still be placing is an order first: it is looked for by the customer it belongs to.
        await placements.settle({ id: customerId })
        await accounts.forget(customerId)
      })
      await db.transaction(async (transaction) => {
        await transaction.delete(cartLines).where(eq(cartLines.customerId, customerId))
        await transaction.delete(carts).where(eq(carts.customerId, customerId))
      })
    },
  }
}
