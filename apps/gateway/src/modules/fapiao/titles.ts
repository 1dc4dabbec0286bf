import { randomUUID } from 'node:crypto'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { type FapiaoTitle, type FapiaoTitleToSave, MAX_FAPIAO_TITLES } from '@xiaopu/contract'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Clock } from '../../clock'
import { notFound, Refusal } from '../../http/refusal'
import { fapiaoTitles } from './tables'

export type FapiaoTitles = ReturnType<typeof createFapiaoTitles>
type Transaction = Parameters<Parameters<Sql['transaction']>[0]>[0]
type Row = typeof fapiaoTitles.$inferSelect

/** Titles a shopper has kept. There is a default as long as there is a title. */
export function createFapiaoTitles(db: Sql, clock: Clock) {
  const mine = (shopperId: string) => eq(fapiaoTitles.shopperId, shopperId)
  const one = (shopperId: string, id: string) => and(mine(shopperId), eq(fapiaoTitles.id, id))

  async function rowsOf(within: Sql | Transaction, shopperId: string): Promise<Row[]> {
    const order = [desc(fapiaoTitles.isDefault), desc(fapiaoTitles.touchedAt), desc(fapiaoTitles.id)]
    return within
      .select()
      .from(fapiaoTitles)
      .where(mine(shopperId))
      .orderBy(...order)
  }

  async function list(shopperId: string): Promise<FapiaoTitle[]> {
    return (await rowsOf(db, shopperId)).map(titleView)
  }

  /** Two phones change the same titles one after the other. */
  async function inTurn<Result>(shopperId: string, work: (transaction: Transaction) => Promise<Result>) {
    return db.transaction(async (transaction) => {
      await transaction.execute(sql`select pg_advisory_xact_lock(hashtext(${`fapiao titles ${shopperId}`}))`)
      return work(transaction)
    })
  }

  /** @throws Refusal `fapiao_titles_full` */
  async function save(shopperId: string, title: FapiaoTitleToSave): Promise<FapiaoTitle> {
    return inTurn(shopperId, async (transaction) => {
      const rows = await rowsOf(transaction, shopperId)
      const same = rows.find((row) => isSame(row, title))
      if (!same && rows.length >= MAX_FAPIAO_TITLES) throw new Refusal('fapiao_titles_full')
      const isDefault = title.isDefault || (same?.isDefault ?? rows.length === 0)
      return write(transaction, shopperId, same?.id ?? randomUUID(), { ...title, isDefault })
    })
  }

  /** @throws Refusal `not_found`: unknown, or somebody else's */
  async function change(shopperId: string, id: string, title: FapiaoTitleToSave): Promise<FapiaoTitle> {
    return inTurn(shopperId, async (transaction) => {
      const [row] = await transaction.select().from(fapiaoTitles).where(one(shopperId, id))
      if (!row) throw notFound('fapiao title')
      // A default is taken away by another one, never by itself.
      return write(transaction, shopperId, id, { ...title, isDefault: title.isDefault || row.isDefault })
    })
  }

  /** @throws Refusal `not_found` */
  async function remove(shopperId: string, id: string): Promise<void> {
    await inTurn(shopperId, async (transaction) => {
      const [gone] = await transaction.delete(fapiaoTitles).where(one(shopperId, id)).returning()
      if (!gone) throw notFound('fapiao title')
      const [next] = gone.isDefault ? await rowsOf(transaction, shopperId) : []
      if (next) await transaction.update(fapiaoTitles).set({ isDefault: true }).where(eq(fapiaoTitles.id, next.id))
    })
  }

  async function write(transaction: Transaction, shopperId: string, id: string, written: FapiaoTitleToSave) {
    const { isDefault, ...title } = written
    if (isDefault) await transaction.update(fapiaoTitles).set({ isDefault: false }).where(mine(shopperId))
    const values = { title, isDefault, touchedAt: clock() }
    const [row] = await transaction
      .insert(fapiaoTitles)
      .values({ id, shopperId, ...values })
      .onConflictDoUpdate({ target: fapiaoTitles.id, set: values })
      .returning()
    return titleView(row!)
  }

  return { list, save, change, remove }
}

const numberOf = (title: Row['title'] | FapiaoTitleToSave) => (title.kind === 'company' ? title.taxNumber : null)

/** Made out to the same: what else is said of a company may have changed. */
const isSame = ({ title }: Row, other: FapiaoTitleToSave) =>
  title.kind === other.kind && title.title === other.title && numberOf(title) === numberOf(other)

const titleView = ({ id, title, isDefault }: Row): FapiaoTitle => ({
  ...title,
  email: title.email ?? null,
  id,
  isDefault,
})
