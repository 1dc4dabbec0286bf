import { createPostgresCommerce } from '..'
import { table } from '../testing/conformance-csv'
import { BACKINGS, type TestDatabase } from '../testing/databases'
import { anyPicture } from '../testing/pictures'
import { importStores } from './import-stores'
import { readHours } from './read-hours'

const HEADINGS = [
  'id',
  'name:zh-CN',
  'name:en',
  'city',
  'address',
  'latitude',
  'longitude',
  'phone',
  'hours',
  'services',
  'picture',
]
const SHANGHAI = [
  'sh',
  '静安店',
  "Jing'an",
  '上海',
  '南京西路 1788 号',
  '31.2234',
  '121.4452',
  '021-1',
  '1-7 10:00-22:00',
  'pickup|coffee',
  'sh.jpg',
]
const change = (index: number, cell: string) => SHANGHAI.map((old, at) => (at === index ? cell : old))

test.each([
  [
    '1-5 10:00-22:00; 6,7 09:30-22:30',
    [
      [[1, 2, 3, 4, 5], '10:00', '22:00'],
      [[6, 7], '09:30', '22:30'],
    ],
  ],
  ['1-7 00:00-24:00', [[[1, 2, 3, 4, 5, 6, 7], '00:00', '24:00']]],
  [
    '5,6 18:00 - 02:00；7 10:00–12:00',
    [
      [[5, 6], '18:00', '02:00'],
      [[7], '10:00', '12:00'],
    ],
  ],
  ['', []],
])('%p is read as opening hours', (text, hours) => {
  expect(readHours(text)).toEqual(hours.map(([weekdays, opens, closes]) => ({ weekdays, opens, closes })))
})
test.each([
  '0-5 10:00-22:00',
  '1-8 10:00-22:00',
  '5-1 10:00-22:00',
  '10:00-22:00',
  '1 9:00-10:00',
  '1 10:00-24:30',
  '1 24:00-10:00',
  'always',
])('%p is not', (text) => {
  expect(readHours(text)).toBeNull()
})

describe.each(BACKINGS)('importing stores on $name', ({ create }) => {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await create()
  }, 60_000)
  afterAll(() => opened.drop())
  const run = (...lines: string[][]) =>
    importStores({ database: opened.database, csv: table(HEADINGS, lines), pictures: anyPicture })

  test.each([
    ['latitude', change(5, '91')],
    ['longitude', change(6, 'east')],
    ['hours', change(8, 'always')],
    ['services', change(9, 'pickup|massage')],
    ['id', change(0, 'a b')],
    ['name', change(1, '').map((cell, at) => (at === 2 ? '' : cell))],
  ])('a bad %s is told, and nothing imported', async (column, line) => {
    const answer = await run(line)
    expect(answer).toMatchObject({ ok: false, errors: [{ line: 2, column }] })
    expect(await createPostgresCommerce({ database: opened.database }).stores.list({ locale: 'en' })).toEqual([])
  })

  test('the file is the list: shops it does not name are closed', async () => {
    const { stores } = createPostgresCommerce({ database: opened.database })
    expect(await run(SHANGHAI, change(0, 'sh-2'))).toMatchObject({ ok: true, report: { stores: 2, removed: 0 } })
    expect(await stores.get({ locale: 'en' }, 'sh')).toEqual({
      id: 'sh',
      name: "Jing'an",
      city: '上海',
      address: '南京西路 1788 号',
      location: { latitude: 31.2234, longitude: 121.4452 },
      phone: '021-1',
      picture: { source: 'media/sh.jpg', width: 10, height: 10, tone: '#808080', alt: "Jing'an" },
      hours: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], opens: '10:00', closes: '22:00' }],
      services: ['pickup', 'coffee'],
    })
    expect(await run(change(7, '021-2'))).toMatchObject({ report: { stores: 1, removed: 1 } })
    expect((await stores.list({ locale: 'zh-CN' })).map(({ id, name, phone }) => [id, name, phone])).toEqual([
      ['sh', '静安店', '021-2'],
    ])
  })
})
