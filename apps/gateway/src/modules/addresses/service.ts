import { randomUUID } from 'node:crypto'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { type Address, type AddressToSave, MAX_ADDRESSES, type SavedAddress } from '@xiaopu/contract'
import { and, desc, eq, lte, sql } from 'drizzle-orm'
import type { Clock } from '../../clock'
import { notFound, Refusal } from '../../http/refusal'
import { addresses } from './tables'

export type AddressBook = ReturnType<typeof createAddressBook>
type Transaction = Parameters<Parameters<Sql['transaction']>[0]>[0]

/** Addresses a shopper has kept. There is a default as long as there is an address. */
export function createAddressBook(db: Sql, clock: Clock) {
  const one = (shopperId: string, id: string) => and(mine(shopperId), eq(addresses.id, id))

  async function list(shopperId: string): Promise<SavedAddress[]> {
    return (await rowsOf(db, shopperId)).map(addressView)
  }

  /** Two phones change the same book one after the other. */
  async function inBook<Result>(shopperId: string, work: (transaction: Transaction) => Promise<Result>) {
    return db.transaction(async (transaction) => {
      await lock(transaction, shopperId)
      return work(transaction)
    })
  }

  /** @throws Refusal `address_book_full` */
  async function save(shopperId: string, address: AddressToSave): Promise<SavedAddress> {
    return inBook(shopperId, async (transaction) => {
      const rows = await rowsOf(transaction, shopperId)
      const same = rows.find((row) => isSame(row, address))
      if (same) {
        return write(transaction, shopperId, same.id, {
          ...address,
          isDefault: address.isDefault || same.isDefault,
          fromWechat: originOf(address.fromWechat, same.fromWechat),
        })
      }
      if (rows.length >= MAX_ADDRESSES) throw new Refusal('address_book_full')
      return write(transaction, shopperId, randomUUID(), {
        ...address,
        isDefault: address.isDefault || rows.length === 0,
        fromWechat: address.fromWechat ?? null,
      })
    })
  }

  /** @throws Refusal `not_found`: unknown, or somebody else's */
  async function change(shopperId: string, id: string, address: AddressToSave): Promise<SavedAddress> {
    return inBook(shopperId, async (transaction) => {
      const [row] = await transaction.select().from(addresses).where(one(shopperId, id))
      if (!row) throw notFound('address')
      // A default is taken away by another one, never by itself; an imported address that is changed is still imported.
      const isDefault = address.isDefault || row.isDefault
      return write(transaction, shopperId, id, { ...address, isDefault, fromWechat: row.fromWechat })
    })
  }

  /** @throws Refusal `not_found` */
  async function remove(shopperId: string, id: string): Promise<void> {
    await inBook(shopperId, async (transaction) => {
      const [gone] = await transaction.delete(addresses).where(one(shopperId, id)).returning()
      if (!gone) throw notFound('address')
      if (gone.isDefault) await newDefault(transaction, shopperId)
    })
  }

  async function write(transaction: Transaction, shopperId: string, id: string, address: ToWrite) {
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

/**
 * Takes all out of a shopper's book, or what WeChat's address book gave until then; what nobody has said the origin of counts as that.
 * Before anything else of the transaction.
 */
export async function forgetBook(within: Transaction, shopperId: string, what: 'all' | { importedBy: Date }) {
  await lock(within, shopperId)
  const imported = sql`${addresses.fromWechat} is distinct from false`
  const which = what === 'all' ? undefined : and(imported, lte(addresses.touchedAt, what.importedBy))
  const gone = await within
    .delete(addresses)
    .where(and(mine(shopperId), which))
    .returning()
  if (gone.some(({ isDefault }) => isDefault)) await newDefault(within, shopperId)
}

const mine = (shopperId: string) => eq(addresses.shopperId, shopperId)

const lock = (within: Transaction, shopperId: string) =>
  within.execute(sql`select pg_advisory_xact_lock(hashtext(${`addresses ${shopperId}`}))`)

async function rowsOf(within: Sql | Transaction, shopperId: string) {
  const order = [desc(addresses.isDefault), desc(addresses.touchedAt), desc(addresses.id)]
  return within
    .select()
    .from(addresses)
    .where(mine(shopperId))
    .orderBy(...order)
}

async function newDefault(within: Transaction, shopperId: string) {
  const [next] = await rowsOf(within, shopperId)
  if (next) await within.update(addresses).set({ isDefault: true }).where(eq(addresses.id, next.id))
}

type Origin = boolean | null | undefined
type ToWrite = Omit<AddressToSave, 'fromWechat'> & { fromWechat: boolean | null }

/** What somebody has once typed here is theirs to keep, whatever else it is in. */
const originOf = (one: Origin, other: Origin) => (one === false || other === false ? false : (one ?? other ?? null))

const PARTS = ['name', 'phone', 'province', 'city', 'district', 'detail'] as const
const isSame = (one: Address, other: Address) => PARTS.every((part) => one[part] === other[part])

function addressView({
  shopperId: _,
  touchedAt: __,
  fromWechat: ___,
  ...address
}: typeof addresses.$inferSelect): SavedAddress {
  return address
}
