import { table } from '../testing/conformance-csv'
import { BACKINGS, type TestDatabase } from '../testing/databases'
import { emptied } from '../testing/emptied'
import { CHAIR, CHAIR_BLACK, HEADINGS, importBench, LAMP } from '../testing/import-bench'

const zh = { locale: 'zh-CN', customer: { id: 'somebody' } } as const
const en = { ...zh, locale: 'en' } as const

describe.each(BACKINGS)('importing a catalogue on $name', ({ create }) => {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await create()
  }, 60_000)
  afterAll(() => opened.drop())
  beforeEach(() =>
    emptied(opened.database, ['commerce.products', 'commerce.categories', 'commerce.pictures', 'commerce.orders']),
  )
  const { run, rows, shop, everything, errors } = importBench(() => opened)

  test('a failure in the middle leaves everything as it was', async () => {
    await rows(LAMP)
    const before = await everything()
    const failing = run(table(HEADINGS, [[...LAMP.slice(0, 7), '1', 3], CHAIR, CHAIR_BLACK]), {
      onProgress({ phase, done }) {
        if (phase === 'products' && done === 1) throw new Error('power cut')
      },
    })
    await expect(failing).rejects.toThrow('power cut')
    expect(await everything()).toBe(before)
  })

  test('padded cells, a BOM and Windows line ends are read', async () => {
    const csv =
      '\uFEFFname   ,slug ,"description"   ,sku  ,price ,stockOnHand\r\nLamp   , lamp,"To read, by"   ,L-1  , 99.5 ,3\r\n\r\n'
    expect(await run(Buffer.from(csv))).toMatchObject({ ok: true, report: { products: 1, created: 1 } })
    expect(await shop().catalog.product(en, 'lamp')).toMatchObject({
      name: 'Lamp',
      description: 'To read, by',
      price: { from: 9_950 },
    })
  })

  test('a problem is told by the line its row begins on, after cells of several lines', async () => {
    const csv =
      'name,slug,description,sku,price,stockOnHand\nLamp,lamp,"two\nlines",L-1,1,1\n\nTorch,torch,,T-1,cheap,1\n'
    expect(errors(await run(csv)).map(([line]) => line)).toEqual([5])
  })

  test('both languages, with the one standing in for the other', async () => {
    const headings = [
      'name:zh-CN',
      'name:en',
      'slug',
      'description',
      'optionGroups:zh-CN',
      'optionGroups',
      'optionValues:zh-CN',
      'optionValues',
      'sku',
      'price',
      'stockOnHand',
    ]
    await run(
      table(headings, [
        ['椅子', 'Chair', 'chair', '说明', '颜色', 'Colour', '原木', 'Oak', 'C-1', '1', 1],
        ['', '', '', '', '', '', '', 'Black', 'C-2', '1', 1],
        ['灯', '', 'lamp', '', '', '', '', '', 'L-1', '1', 1],
      ]),
    )
    const chair = await shop().catalog.product(zh, 'chair')
    expect(chair).toMatchObject({
      name: '椅子',
      description: '说明',
      options: [{ name: '颜色', values: [{ name: '原木' }, { name: 'Black' }] }],
    })
    expect(await shop().catalog.product(en, 'chair')).toMatchObject({ name: 'Chair', description: '说明' })
    expect(await shop().catalog.product(en, 'lamp')).toMatchObject({ name: '灯' })
  })

  test('columns that mean nothing are named and passed over', async () => {
    expect(
      await run(table([...HEADINGS, 'colour of the box', 'facets'], [[...LAMP, 'brown', 'brand:X']])),
    ).toMatchObject({
      ok: true,
      warnings: [expect.stringContaining('colour of the box')],
    })
  })

  describe('run again', () => {
    test('the same file changes nothing', async () => {
      const first = await rows(CHAIR, CHAIR_BLACK, LAMP)
      expect(first).toMatchObject({
        report: { products: 2, skus: 3, pictures: 3, created: 2, updated: 0, unchanged: 0 },
      })
      const before = await everything()
      expect(await rows(CHAIR, CHAIR_BLACK, LAMP)).toMatchObject({ report: { created: 0, updated: 0, unchanged: 2 } })
      expect(await everything()).toBe(before)
    })

    test('only what differs is written, and ids stay', async () => {
      await rows(CHAIR, CHAIR_BLACK, LAMP)
      const before = (await shop().catalog.product(en, 'chair'))!
      const dearer = [...CHAIR.slice(0, 7), '449', 10]
      expect(await rows(dearer, CHAIR_BLACK, LAMP)).toMatchObject({ report: { updated: 1, unchanged: 1 } })
      const after = (await shop().catalog.product(en, 'chair'))!
      expect(after.skus[0]!.price).toBe(44_900)
      expect(after.skus.map(({ id, optionValueIds }) => [id, optionValueIds])).toEqual(
        before.skus.map(({ id, optionValueIds }) => [id, optionValueIds]),
      )
    })

    test('a SKU that is gone goes off sale, stays in carts, and comes back', async () => {
      await rows(CHAIR, CHAIR_BLACK)
      await shop().carts.add(zh, { skuId: 'C-2', quantity: 1 })
      await rows(CHAIR)
      expect((await shop().catalog.product(en, 'chair'))!.skus.map(({ code }) => code)).toEqual(['C-1'])
      expect((await shop().carts.get(zh)).lines).toMatchObject([
        { skuId: 'C-2', status: 'off_sale', options: ['Black'] },
      ])
      expect(await rows(CHAIR)).toMatchObject({ report: { unchanged: 1 } })
      await rows(CHAIR, CHAIR_BLACK)
      expect((await shop().carts.get(zh)).lines).toMatchObject([{ status: 'low_stock' }])
    })

    test('products the file does not name stay', async () => {
      await rows(LAMP)
      await rows(CHAIR)
      expect((await shop().catalog.products(en, { sort: 'relevance', limit: 10 }))!.total).toBe(2)
    })

    test('a category nobody is in any more is gone', async () => {
      const within = (category: string) => run(table([...HEADINGS, 'categories'], [[...LAMP, category]]))
      await within('Home/Light')
      await within('Office')
      expect((await shop().catalog.categories(en)).map(({ name }) => name)).toEqual(['Office'])
    })

    test('stock is left alone, unless it is to be overwritten; what orders hold is safe', async () => {
      await rows(LAMP)
      const items = [{ skuId: 'L-1', quantity: 2 }]
      const address = {
        name: 'n',
        phone: '1',
        province: '浙江省',
        city: '',
        district: '',
        detail: 'd',
        postalCode: null,
        nationalCode: null,
      }
      const { amounts } = await shop().checkout.quote(zh, { items, address })
      const placed = await shop().checkout.place(zh, {
        reference: 'import',
        items,
        address,
        fapiao: null,
        remark: '',
        expectedTotal: amounts.total,
        cartLineIds: [],
        expiresAt: new Date(),
      })
      expect(placed.ok).toBe(true)
      const available = async () => (await shop().catalog.product(en, 'lamp'))!.stock.available
      const counted = (pieces: number) => table(HEADINGS, [[...LAMP.slice(0, 8), pieces]])
      await run(counted(100))
      expect(await available()).toBe(1)
      await run(counted(100), { overwriteStock: true })
      expect(await available()).toBe(98)
      await run(counted(0), { overwriteStock: true })
      expect(await available()).toBe(0)
    })

    test('progress counts up to the end of each phase', async () => {
      const told: string[] = []
      await run(table(HEADINGS, [CHAIR, CHAIR_BLACK, LAMP]), {
        onProgress: ({ phase, done, total }) => told.push(`${phase} ${done}/${total}`),
      })
      expect(told).toEqual(['pictures 0/3', 'pictures 3/3', 'products 0/2', 'products 1/2', 'products 2/2'])
    })
  })

  test('goods that appear later are not on sale yet', async () => {
    const csv = table([...HEADINGS, 'publishedAt'], [[...LAMP, '2999-01-01']])
    expect(await run(csv)).toMatchObject({ ok: true })
    expect(await shop().catalog.product(en, 'lamp')).toBeNull()
    expect(await shop().carts.add(zh, { skuId: 'L-1', quantity: 1 })).toMatchObject({ problem: { code: 'off_sale' } })
  })

  test('a limit of the product holds for its SKUs', async () => {
    const csv = table(
      [...HEADINGS, 'maxPerOrder'],
      [
        [...CHAIR, 2],
        [...CHAIR_BLACK, ''],
      ],
    )
    await run(csv)
    expect((await shop().catalog.product(en, 'chair'))!.skus.map(({ maxQuantity }) => maxQuantity)).toEqual([2, 2])
  })

  test('weights, places and free shipping are what carts are sent by, and run again change nothing', async () => {
    const csv = table(
      [...HEADINGS, 'weight', 'notDeliveredTo', 'freeShipping'],
      [
        [...CHAIR, 7_500, '西藏自治区|广东省/深圳市', ''],
        [...CHAIR_BLACK, 8_000, '', ''],
        [...LAMP, '', '', 'TRUE'],
      ],
    )
    await run(csv)
    const kept = await opened.database.execute(
      `select code, grams, not_delivered_to, free_shipping from commerce.skus s
        join commerce.products p on p.id = s.product_id order by code`,
    )
    const places = ['广东/深圳', '西藏']
    expect(kept.rows).toEqual([
      { code: 'C-1', grams: 7_500, not_delivered_to: places, free_shipping: false },
      { code: 'C-2', grams: 8_000, not_delivered_to: places, free_shipping: false },
      { code: 'L-1', grams: null, not_delivered_to: [], free_shipping: true },
    ])
    expect(await run(csv)).toMatchObject({ report: { updated: 0, unchanged: 2 } })
    expect(await rows(CHAIR, CHAIR_BLACK, LAMP)).toMatchObject({ report: { updated: 2 } })
  })

  test('a film stands before the pictures with its poster, run again changes nothing, and can be taken back', async () => {
    const withVideo = (cell: string) => run(table([...HEADINGS, 'video'], [[...LAMP, cell]]))
    expect(await withVideo('lamp.mp4|lamp-still.jpg')).toMatchObject({ report: { videos: 1, pictures: 2 } })
    const lamp = async () => (await shop().catalog.product(zh, 'lamp'))!
    expect(await lamp()).toMatchObject({
      video: {
        ...{ source: 'media/lamp.mp4', width: 10, height: 10, seconds: 4, bytes: 1_000 },
        poster: { source: 'media/lamp-still.jpg', alt: 'Lamp' },
      },
      pictures: [{ source: 'media/lamp.jpg' }],
    })
    expect(await withVideo('lamp.mp4|lamp-still.jpg')).toMatchObject({ report: { updated: 0, unchanged: 1 } })
    expect(await withVideo('lamp.mp4')).toMatchObject({ report: { updated: 1 } })
    expect((await lamp()).video).toMatchObject({ source: 'media/lamp.mp4', poster: null })
    expect(await rows(LAMP)).toMatchObject({ report: { updated: 1 } })
    expect((await lamp()).video).toBeNull()
  })

  test('SKU codes and slugs of any sort make ids that links can carry', async () => {
    await rows(['Lamp', 'lamp', '', '', '', '', '灯 / 1号', '1', 1])
    const [sku] = (await shop().catalog.product(en, 'lamp'))!.skus
    expect(sku!.code).toBe('灯 / 1号')
    expect(sku!.id).toMatch(/^[\w.:=+-]{1,64}$/)
  })
})
