import { createHash, randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Leases } from '../locks/leases'
import type { Shop } from '../shop'
import { customers } from '../tables'
import { MagentoMisconfigured, MagentoRefusal } from '../transport/errors'

/** A shopper of ours as a customer of Magento's. */
export interface Account {
  magentoId: number
  email: string
}

/** What Magento shows of a shopper whose name nobody knows. */
const NAMELESS = { firstname: '顾客', lastname: '微信' }
const ATTEMPTS = 3

interface Needs {
  shop: Shop
  leases: Leases
  domain: string
  /** The password a new account is given; null: none, nobody can log in by one. */
  passwordFor(email: string): string | null
  /** The random part of an address; tests make it collide. */
  nonce?: () => string
}

export type Accounts = ReturnType<typeof createAccounts>

/**
 * Which Magento customer a shopper is. The address an account is made with holds 64 random bits, and an account that is
 * already there is never taken over, whatever its address: one that was made while its answer was lost is left behind,
 * empty, and another is made. So no shopper can end up in somebody else's account.
 */
export function createAccounts({
  shop,
  leases,
  domain,
  passwordFor,
  nonce = () => randomBytes(8).toString('hex'),
}: Needs) {
  const { db } = shop.database

  async function known(customerId: string): Promise<Account | undefined> {
    const [row] = await db.select().from(customers).where(eq(customers.customerId, customerId))
    return row && { magentoId: row.magentoId, email: row.email }
  }

  /** The shopper's account, made when there is none. @throws BackendUnavailable */
  async function of(customerId: string): Promise<Account> {
    return (
      (await known(customerId)) ??
      leases.exclusively(`customer ${customerId}`, async () => (await known(customerId)) ?? make(customerId))
    )
  }

  async function make(customerId: string): Promise<Account> {
    // So that a merchant who has our id finds the customer; it is no secret, the random part is.
    const mark = createHash('sha256').update(customerId).digest('hex').slice(0, 12)
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const email = `wx.${mark}.${nonce()}@${domain}`
      const made = await create(email)
      if (made === null) continue
      const account = { magentoId: made, email }
      await db.insert(customers).values({ customerId, ...account, createdAt: shop.clock() })
      return account
    }
    throw new MagentoMisconfigured('Magento takes no new customers from our integration')
  }

  /** null: refused, be it that the address is taken. */
  async function create(email: string): Promise<number | null> {
    const password = passwordFor(email)
    try {
      const { id } = await shop.rest.post<{ id: number }>('customers', {
        customer: { email, ...NAMELESS },
        ...(password !== null && { password }),
      })
      return id
    } catch (error) {
      if (!(error instanceof MagentoRefusal) || error.isAboutIdentity) throw error
      return null
    }
  }

  /** Magento's orders stay, and belong to no customer any more. */
  async function forget(customerId: string): Promise<void> {
    const account = await known(customerId)
    if (!account) return
    try {
      await shop.rest.delete(`customers/${account.magentoId}`)
    } catch (error) {
      if (!(error instanceof MagentoRefusal) || error.category !== 'no-such-entity') throw error
    }
    await db.delete(customers).where(eq(customers.customerId, customerId))
  }

  return { of, known, forget }
}
