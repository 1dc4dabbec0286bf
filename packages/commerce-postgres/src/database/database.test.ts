import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BackendUnavailable } from '@xiaopu/commerce'
import { createPostgresCommerce } from '..'
import { BACKINGS, type TestDatabase } from '../testing/databases'
import { DatabaseInUse, DatabaseTooNew, migrate, migrateCommerce, openDatabase } from '.'

const shopper = { locale: 'en', customer: { id: 'somebody' } } as const

describe.each(BACKINGS)('a database on $name', ({ create }) => {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await create()
  }, 60_000)
  afterAll(() => opened.drop())

  test('says what it is', async () => {
    expect(await opened.database.version()).toMatch(/^PostgreSQL \d+/)
  })

  test('takes scripts, statements and values in raw SQL', async () => {
    const { database } = opened
    await database.execute('create table raw (id int primary key, word text); insert into raw values (1, null)')
    await database.execute('insert into raw values ($1, $2)', [2, "it's"])
    expect((await database.execute('select * from raw order by id')).rows).toEqual([
      { id: 1, word: null },
      { id: 2, word: "it's" },
    ])
    await expect(database.execute('select * from no_such_table')).rejects.toThrow('no_such_table')
  })

  test('is migrated once by many that start at once, and again without effect', async () => {
    const folder = migrationsFolder([[1, 'create table counted (id int); insert into counted values (1)']])
    await Promise.all(Array.from({ length: 4 }, () => migrate(opened.database, { folder, schema: 'once' })))
    expect((await opened.database.execute('select count(*)::int as rows from counted')).rows).toEqual([{ rows: 1 }])
    await migrateCommerce(opened.database)
  })

  test('keeps nothing of a migration that fails half-way', async () => {
    const folder = migrationsFolder([
      [1, 'create table before_failure (id int)'],
      [2, 'create table before_failure (id int)'],
    ])
    await expect(migrate(opened.database, { folder, schema: 'broken' })).rejects.toThrow()
    const { rows } = await opened.database.execute("select to_regclass('before_failure') as made")
    expect(rows).toEqual([{ made: null }])
  })

  test('that a newer program has migrated is left alone', async () => {
    const newer = migrationsFolder([
      [1, 'select 1'],
      [2, 'select 2'],
    ])
    await migrate(opened.database, { folder: newer, schema: 'newer' })
    const older = migrationsFolder([[1, 'select 1']])
    await expect(migrate(opened.database, { folder: older, schema: 'newer' })).rejects.toThrow(DatabaseTooNew)
  })

  test('work under one name is done one after the other', async () => {
    let running = 0
    let most = 0
    const work = async (db: { execute: (statement: string) => unknown }) => {
      running++
      most = Math.max(most, running)
      await db.execute('select 1')
      running--
    }
    await Promise.all(Array.from({ length: 5 }, () => opened.database.exclusively('test', work)))
    expect(most).toBe(1)
  })

  test.each([
    [
      'stock below what is reserved',
      "update commerce.skus set reserved = 2 where id = 'one'",
      'stock_is_never_oversold',
    ],
    ['negative stock', "update commerce.skus set on_hand = -1 where id = 'one'", 'stock_is_never_oversold'],
    [
      'a former price that is lower',
      "update commerce.skus set compare_at = 1 where id = 'one'",
      'compare_at_is_higher',
    ],
    [
      'an empty cart line',
      "insert into commerce.cart_lines values ('l', 'somebody', 'one', 0)",
      'cart_quantity_is_positive',
    ],
    [
      'amounts that do not add up',
      `insert into commerce.orders (id, number, customer_id, reference, status, placed_at, goods, discount, shipping, total, address, remark)
       values ('o', 'n', 'c', 'r', 'pending_payment', now(), 100, 0, 10, 100, '{}', '')`,
      'amounts_add_up',
    ],
  ])('refuses %s, whoever writes it', async (_, statement, constraint) => {
    await opened.database.execute(`
      insert into commerce.products (id, slug, name, subtitle, description, published_at, position)
        values ('p', 'p', '{}', '{}', '{}', now(), 0) on conflict do nothing;
      insert into commerce.skus (id, code, product_id, position, price, on_hand)
        values ('one', 'one', 'p', 0, 100, 1) on conflict do nothing;
      insert into commerce.carts values ('somebody', now()) on conflict do nothing`)
    await expect(opened.database.execute(statement)).rejects.toThrow(constraint)
  })
})

test('a folder keeps the shop, and is opened by one at a time', async () => {
  const root = mkdtempSync(join(tmpdir(), 'pglite-'))
  const dataDir = join(root, 'deep', 'shop')
  try {
    const first = await openDatabase({ dataDir })
    await first.execute('create table kept (id int); insert into kept values (7)')
    await expect(openDatabase({ dataDir })).rejects.toThrow(DatabaseInUse)
    await first.close()
    const second = await openDatabase({ dataDir })
    expect((await second.execute('select id from kept')).rows).toEqual([{ id: 7 }])
    await second.close()
    await second.close()
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}, 60_000)

test('a server that is not there is unavailable, which is not a bug', async () => {
  // Port 1 is reserved and never answers.
  const database = await openDatabase({ url: 'postgres://nobody@127.0.0.1:1/shop' })
  const backend = createPostgresCommerce({ database })
  await expect(backend.ping()).rejects.toThrow(BackendUnavailable)
  await expect(backend.carts.add(shopper, { skuId: 'one', quantity: 1 })).rejects.toThrow(BackendUnavailable)
  await expect(backend.catalog.categories(shopper)).rejects.toThrow(BackendUnavailable)
  await database.close()
})

test('a database that was closed is unavailable', async () => {
  const database = await openDatabase({})
  const backend = createPostgresCommerce({ database })
  await database.close()
  await expect(backend.ping()).rejects.toThrow(BackendUnavailable)
})

test('a bug stays a bug: nothing to migrate means a missing table, not a missing server', async () => {
  const database = await openDatabase({})
  const failure = createPostgresCommerce({ database }).catalog.categories(shopper)
  await expect(failure).rejects.not.toThrow(BackendUnavailable)
  await database.close()
})

function migrationsFolder(migrations: [when: number, statements: string][]): string {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  folders.push(folder)
  mkdirSync(join(folder, 'meta'))
  const entries = migrations.map(([when], idx) => ({ idx, version: '7', when, tag: `m${when}`, breakpoints: true }))
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ version: '7', dialect: 'postgresql', entries }))
  for (const [when, statements] of migrations) {
    writeFileSync(join(folder, `m${when}.sql`), statements.replaceAll('; ', ';\n--> statement-breakpoint\n'))
  }
  return folder
}
const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
