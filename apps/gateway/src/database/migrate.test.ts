import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COMMERCE_MIGRATIONS, type Database, migrate } from '@xiaopu/commerce-postgres/database'
import { openInMemory } from '@xiaopu/commerce-postgres/testing'
import { GATEWAY_MIGRATIONS, migrateAll } from './migrate'

let database: Database
let scratch: string
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'xiaopu-migrations-'))
  database = await openInMemory()
})
afterAll(async () => {
  await database.close()
  await rm(scratch, { recursive: true, force: true })
})

/** The tables as they were before that migration. */
async function migrateUntil(folder: string, schema: string, tag: string): Promise<void> {
  const before = join(scratch, schema)
  await cp(folder, before, { recursive: true })
  const journal = join(before, 'meta', '_journal.json')
  const { entries, ...rest } = JSON.parse(await readFile(journal, 'utf8')) as { entries: { tag: string }[] }
  const until = entries.findIndex((entry) => entry.tag === tag)
  if (until < 0) throw new Error(`There is no migration ${tag}`)
  await writeFile(journal, JSON.stringify({ ...rest, entries: entries.slice(0, until) }))
  await migrate(database, { folder: before, schema })
}

test('reviews that the shop kept before are the gateway’s, with pictures, answers and what was added', async () => {
  await migrateUntil(COMMERCE_MIGRATIONS, 'commerce', '0009_reviews_to_gateway')
  await migrateUntil(GATEWAY_MIGRATIONS, 'gateway', '0025_reviews')
  await database.execute(`
    insert into gateway.shoppers (id, appid, openid, created_at) values ('lin', 'wx', 'o-lin', now());
    insert into commerce.products (id, slug, name, subtitle, description, published_at, position)
      values ('lamp', 'lamp', '{"zh-CN":"纸灯","en":"Lamp"}', '{}', '{}', now(), 1);
    insert into commerce.orders (id, number, customer_id, reference, status, goods, shipping, discount, total, address, remark, placed_at, paid_at, expires_at)
      select id, id, 'lin', id, 'completed', 1, 0, 0, 1, '{}', '', now(), now(), now() from (values ('o1'), ('o2')) as o (id);
    insert into commerce.reviews (id, product_id, order_id, customer_id, nickname, stars, text, options, tags, pictures, created_at, status, reply)
      values ('r1', 'lamp', 'o1', 'lin', '小满', 4, '光很柔', '["白"]', '["looks_good"]', '[{"source":"p"}]', '2026-05-01T08:00:00Z', 'published', '谢谢'),
        ('r2', 'lamp', 'o2', 'gone', null, 5, '好', '[]', '[]', '[]', '2026-05-02T08:00:00Z', 'pending', null);
    insert into commerce.review_follow_ups (id, review_id, text, pictures, created_at, status, reply)
      values ('f1', 'r1', '还亮着', '[]', '2026-06-01T08:00:00Z', 'published', null)`)

  await migrateAll(database)

  const { rows } = await database.execute('select * from gateway.reviews order by id')
  expect(rows).toMatchObject([
    {
      ...{
        id: 'r1',
        product_name: '纸灯',
        order_id: 'o1',
        shopper_id: 'lin',
        nickname: '小满',
        stars: 4,
        reply: '谢谢',
      },
      ...{ options: ['白'], tags: ['looks_good'], pictures: [{ source: 'p' }], status: 'published', tell_from: null },
    },
    { id: 'r2', shopper_id: null, status: 'pending' },
  ])
  const added = await database.execute('select review_id, text from gateway.review_follow_ups')
  expect(added.rows).toEqual([{ review_id: 'r1', text: '还亮着' }])
  const old = await database.execute("select to_regclass('commerce.reviews') as old")
  expect(old.rows).toEqual([{ old: null }])
})
