import { randomUUID } from 'node:crypto'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { type Address, type AddressToSave, MAX_ADDRESSES, type SavedAddress } from '@xiaopu/contract'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Clock } from '../../clock'
import { notFound, Refusal } from '../../http/refusal'
import { addresses } from './tables'

export type AddressBook = ReturnType<typeof createAddressBook>
type Transaction = Parameters<Parameters<Sql['transaction']>[0]>[0]

/** Addresses a shopper has kept. There is a default as long as there is an address. */
export function createAddressBook(db: Sql, clock: Clock) {
  const mine = (shopperId: string) => eq(addresses.shopperId, shopperId)
  const one = (shopperId: string, id: string) => and(mine(shopperId), eq(addresses.id, id))

  async function list(shopperId: string): Promise<SavedAddress[]> {
    return (await rowsOf(db, shopperId)).map(addressView)
  }

  async function rowsOf(sql: Sql | Transaction, shopperId: string) {
    const order = [desc(addresses.isDefault), desc(addresses.touchedAt), desc(addresses.id)]
    return sql
      .select()
      .from(addresses)
      .where(mine(shopperId))
      .orderBy(...order)
  }

  /** Two phones change the same book one after the other. */
  async function inBook<Result>(shopperId: string, work: (transaction: Transaction) => Promise<Result>) {
    return db.transaction(async (transaction) => {
      await transaction.execute(sql`select pg_advisory_xact_lock(hashtext(${`addresses ${shopperId}`}))`)
      return work(transaction)
    })
  }

  /** @throws Refusal `address_book_full` */
  async function save(shopperId: string, address: AddressToSave): Promise<SavedAddress> {
    return inBook(shopperId, async (transaction) => {
      const rows = await rowsOf(transaction, shopperId)
      const same = rows.find((row) => isSame(row, address))
      if (same)
        return write(transaction, shopperId, same.id, { ...address, isDefault: address.isDefault || same.isDefault })
      if (rows.length >= MAX_ADDRESSES) throw new Refusal('address_book_full')
      return write(transaction, shopperId, randomUUID(), {
        ...address,
        isDefault: address.isDefault || rows.length === 0,
      })
    })
  }

  /** @throws Refusal `not_found`: unknown, or somebody else's */
  async function change(shopperId: string, id: string, address: AddressToSave): Promise<SavedAddress> {
    return inBook(shopperId, async (transaction) => {
      const [row] = await transaction.select().from(addresses).where(one(shopperId, id))
      if (!row) throw notFound('address')
      // A default is taken away by another one, never by itself.
      return write(transaction, shopperId, id, { ...address, isDefault: address.isDefault || row.isDefault })
    })
  }

  /** @throws Refusal `not_found` */
  async function remove(shopperId: string, id: string): Promise<void> {
    await inBook(shopperId, async (transaction) => {
      const [gone] = await transaction.delete(addresses).where(one(shopperId, id)).returning()
      if (!gone) throw notFound('address')
      const [next] = gone.isDefault ? await rowsOf(transaction, shopperId) : []
      if (next) await transaction.update(addresses).set({ isDefault: true }).where(eq(addresses.id, next.id))
    })
  }

  async function write(transaction: Transaction, shopperId: string, id: string, address: AddressToSave) {
    if (address.isDefault) await transaction.update(addresses).set({ isDefault: false }).where(mine(shopperId))
    const values = { ...address, touchedAt: clock() }
    const [row] = await transaction
      .insert(addresses)
      .values({ id, shopperId, ...values })
      .onConflictDoUpdate({ target: addresses.id, set: values })
      .returning()
    return addressView(row!)
  }

  return { list, save, change, remove }
}

const PARTS = ['name', 'phone', 'province', 'city', 'district', 'detail'] as const
const isSame = (one: Address, other: Address) => PARTS.every((part) => one[part] === other[part])

function addressView({ shopperId: _, touchedAt: __, ...address }: typeof addresses.$inferSelect): SavedAddress {
  return address
}
