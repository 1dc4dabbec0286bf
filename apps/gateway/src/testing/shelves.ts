import type { Database } from '@xiaopu/commerce-postgres'
import { withDependents } from '@xiaopu/commerce-postgres/testing'
import { importCatalogueInto, importStoreStockInto, importStoresInto } from '../import/import-into'
import { GOODS_CSV, STORE_STOCK_CSV, STORES_CSV } from './goods'

/** What a sale or a price label changes, by table; the rest of a catalogue stays as it was imported. */
const CHANGING: Record<string, string[]> = {
  'commerce.skus': ['on_hand', 'reserved', 'sold', 'price', 'compare_at'],
  'commerce.store_stock': ['on_hand', 'reserved'],
}

interface Imported {
  digest: string
  skus: string
  stock: string
}

/**
 * The goods and stores of the tests' shop as their files have them. Importing costs fifty milliseconds, and most tests have
 * only sold something: then prices and stock are put back as they were; after anything else the files are imported again.
 */
export class Shelves {
  private imported: Imported | undefined
  private digesting: string | undefined

  /** @param soldFrom tables that shoppers write to: nothing of the catalogue */
  constructor(
    private readonly database: Database,
    private readonly mediaDir: string,
    private readonly soldFrom: readonly string[],
  ) {}

  async fill(now: Date): Promise<void> {
    if (this.imported && (await this.digest()) === this.imported.digest) return this.putBack(this.imported)
    const target = { database: this.database, mediaDir: this.mediaDir }
    const goods = await importCatalogueInto(target, { csv: GOODS_CSV, overwriteStock: true, now })
    const stores = await importStoresInto(target, { csv: STORES_CSV })
    const shelves = await importStoreStockInto(target, { csv: STORE_STOCK_CSV })
    if (!goods.ok || !stores.ok || !shelves.ok) throw new Error(JSON.stringify([goods, stores, shelves]))
    const [skus, stock] = [await this.rowsOf('commerce.skus'), await this.rowsOf('commerce.store_stock')]
    this.imported = { digest: await this.digest(), skus, stock }
  }

  private async putBack({ skus, stock }: Imported): Promise<void> {
    const changed = '(sku.on_hand, sku.price, sku.compare_at) is distinct from (was.on_hand, was.price, was.compare_at)'
    await this.database.execute(
      `update commerce.skus as sku set on_hand = was.on_hand, price = was.price, compare_at = was.compare_at
         from json_populate_recordset(null::commerce.skus, $1) as was where sku.id = was.id and ${changed}`,
      [skus],
    )
    await this.database.execute(
      `update commerce.store_stock as shelf set on_hand = was.on_hand
         from json_populate_recordset(null::commerce.store_stock, $1) as was
         where shelf.store_id = was.store_id and shelf.sku_id = was.sku_id and shelf.on_hand <> was.on_hand`,
      [stock],
    )
  }

  private async rowsOf(table: string): Promise<string> {
    return (await this.database.execute(`select json_agg(t)::text as rows from ${table} t`)).rows[0].rows
  }

  /** Of the whole catalogue, but for what sales change. */
  private async digest(): Promise<string> {
    this.digesting ??= await this.digestOf()
    return (await this.database.execute(this.digesting)).rows[0].digest
  }

  private async digestOf(): Promise<string> {
    const sold = new Set(await withDependents(this.database, this.soldFrom))
    const { rows } = await this.database.execute(
      `select 'commerce.' || tablename as name from pg_tables where schemaname = 'commerce' order by 1`,
    )
    const tables = (rows as { name: string }[]).map(({ name }) => name).filter((name) => !sold.has(name))
    const parts = tables.map((table) => {
      const row = [`to_jsonb(t)`, ...(CHANGING[table] ?? []).map((column) => `'${column}'`)].join(' - ')
      return `(select '${table}' || coalesce(string_agg((${row})::text, ',' order by (${row})::text), '') from ${table} t)`
    })
    return `select md5(${parts.join(' || ')}) as digest`
  }
}
