import { table } from '../testing/conformance-csv'
import { BACKINGS, type TestDatabase } from '../testing/databases'
import { type Cell, CHAIR, CHAIR_BLACK, HEADINGS, importBench, LAMP } from '../testing/import-bench'
import { anyPicture } from '../testing/pictures'

describe.each(BACKINGS)('a catalogue file with mistakes, on $name', ({ create }) => {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await create()
  }, 60_000)
  afterAll(() => opened.drop())
  const { run, rows, everything, errors } = importBench(() => opened)

  test.each<[string, Cell[][], [number, string, RegExp]]>([
    ['a price in words', [['Lamp', 'lamp', '', '', '', '', 'L-1', 'cheap', 3]], [2, 'price', /"cheap" is not a price/]],
    ['a third decimal', [['Lamp', 'lamp', '', '', '', '', 'L-1', '1.234', 3]], [2, 'price', /not a price/]],
    ['a negative price', [['Lamp', 'lamp', '', '', '', '', 'L-1', '-1', 3]], [2, 'price', /not a price/]],
    ['no price', [['Lamp', 'lamp', '', '', '', '', 'L-1', '', 3]], [2, 'price', /not a price/]],
    ['negative stock', [['Lamp', 'lamp', '', '', '', '', 'L-1', '1', -3]], [2, 'stockOnHand', /not a whole number/]],
    ['half a piece', [['Lamp', 'lamp', '', '', '', '', 'L-1', '1', '2.5']], [2, 'stockOnHand', /not a whole number/]],
    ['a missing SKU', [['Lamp', 'lamp', '', '', '', '', '', '1', 3]], [2, 'sku', /missing/]],
    [
      'a SKU twice',
      [LAMP, ['Torch', 'torch', '', '', '', '', 'L-1', '1', 1]],
      [3, 'sku', /"L-1" is in line 2 already/],
    ],
    ['a slug twice', [LAMP, ['Lamp', 'lamp', '', '', '', '', 'L-2', '1', 1]], [3, 'slug', /in line 2 already/]],
    ['a slug that is none', [['Lamp', 'a lamp!', '', '', '', '', 'L-1', '1', 1]], [2, 'slug', /not a slug/]],
    [
      'too few values',
      [CHAIR, ['', '', '', '', '', '', 'C-2', '1', 1]],
      [3, 'optionValues', /1 wanted \(Colour\), 0 given/],
    ],
    [
      'too many values',
      [CHAIR, ['', '', '', '', '', 'Oak|Big', 'C-2', '1', 1]],
      [3, 'optionValues', /1 wanted \(Colour\), 2 given/],
    ],
    [
      'the same values twice',
      [CHAIR, ['', '', '', '', '', 'Oak', 'C-2', '1', 1]],
      [3, 'optionValues', /a SKU with Oak already/],
    ],
    ['a second SKU without options', [LAMP, ['', '', '', '', '', '', 'L-2', '1', 1]], [3, 'optionValues', /one SKU/]],
    [
      'a row above all products',
      [['', '', '', '', '', '', 'L-1', '1', 1]],
      [2, 'name', /belongs to the product above/],
    ],
    [
      'a name that is too long',
      [['x'.repeat(121), 'lamp', '', '', '', '', 'L-1', '1', 1]],
      [2, 'name', /longer than 120/],
    ],
    ['a NUL', [['La\0mp', 'lamp', '', '', '', '', 'L-1', '1', 1]], [2, 'name', /NUL/]],
  ])('%s', async (_, lines, [line, column, message]) => {
    expect(errors(await rows(...lines))).toEqual([[line, column, expect.stringMatching(message)]])
  })

  test('a picture that is missing, wherever it is wanted', async () => {
    const pictures = async (name: string) => (name === 'chair-2.jpg' ? null : anyPicture(name))
    const answer = await run(table(HEADINGS, [CHAIR, CHAIR_BLACK, LAMP]), { pictures })
    expect(errors(answer)).toEqual([[2, 'assets', 'There is no picture "chair-2.jpg".']])
  })
  test('a picture that cannot be read', async () => {
    const pictures = async () => Promise.reject(new Error('not an image'))
    expect(errors(await run(table(HEADINGS, [LAMP]), { pictures }))).toEqual([
      [2, 'assets', 'The picture "lamp.jpg" cannot be used: not an image'],
    ])
  })
  test('a film that is missing, and one that no phone can play', async () => {
    const videos = async (name: string) => (name === 'gone.mp4' ? null : Promise.reject(new Error('it is H.265')))
    const torch = ['Torch', 'torch', '', '', '', '', 'T-1', '1', 1]
    const answer = await run(
      table(
        [...HEADINGS, 'video'],
        [
          [...LAMP, 'gone.mp4'],
          [...torch, 'torch.mp4|torch.jpg'],
        ],
      ),
      { videos },
    )
    expect(errors(answer)).toEqual([
      [2, 'video', 'There is no video "gone.mp4".'],
      [3, 'video', 'The video "torch.mp4" cannot be used: it is H.265'],
    ])
  })
  test('missing columns, all of them', async () => {
    expect(errors(await run('name,slug\nLamp,lamp'))).toEqual(
      ['sku', 'price', 'stockOnHand'].map((column) => [1, column, 'The file needs this column.']),
    )
  })
  test('every problem of the file at once, in its order', async () => {
    const answer = await rows(
      ['Lamp', 'lamp', '', '', '', '', 'L-1', 'cheap', -1],
      ['Torch', 'torch', '', '', '', '', 'L-1', '1', 1],
    )
    expect(errors(answer).map(([line, column]) => [line, column])).toEqual([
      [2, 'price'],
      [2, 'stockOnHand'],
      [3, 'sku'],
    ])
  })
  test.each([
    ['an empty file', '', /empty/],
    ['headings only', 'name,slug,sku,price,stockOnHand\n', /nothing below/],
    ['an unclosed quote', 'name,slug,sku,price,stockOnHand\n"Lamp,lamp,L-1,1,1', /not CSV/],
    ['a column twice', 'name,slug,sku,price,price,stockOnHand\nLamp,lamp,L-1,1,1,1', /there twice/],
    ['more cells than headings', 'name,slug,sku,price,stockOnHand\nLamp,lamp,L-1,1,1,1', /6 cells under 5 headings/],
  ])('%s', async (_, csv, message) => {
    const [[, , told], ...more] = errors(await run(csv)) as [[number, string | null, string]]
    expect(told).toMatch(message)
    expect(more).toEqual([])
  })
  test('GBK, as Excel writes it, with the line it begins to be unreadable', async () => {
    const gbk = Buffer.concat([Buffer.from('name,slug\nLamp,lamp\n'), Buffer.from([0xb5, 0xc6, 0x0a])])
    expect(errors(await run(gbk))).toEqual([[3, null, expect.stringContaining('CSV UTF-8')]])
  })
  test.each([
    ['former price', 'compareAt', '99.00', /higher than the price/],
    ['date', 'publishedAt', '2025-02-30', /not a date/],
    ['date without a zone', 'publishedAt', '2025-02-01T10:00', /not a date/],
    ['limit', 'maxPerOrder', '0', /from 1 up/],
    ['stock that is not counted', 'trackInventory', 'FALSE', /not supported/],
    ['weight of nothing', 'weight', '0', /from 1 up/],
    ['weight in kilograms', 'weight', '1.5', /not a whole number/],
    ['place', 'notDeliveredTo', '西藏|新僵', /"新僵" is not a place like 新疆 or 广东\/深圳/],
    ['city without its province', 'notDeliveredTo', '深圳', /not a place/],
    ['free shipping', 'freeShipping', 'sometimes', /neither true nor false/],
    ['list of films', 'video', 'one.mp4|poster.jpg|two.mp4', /one film and one picture/],
    ['third level of categories', 'categories', 'Home/Light/Desk', /deeper than 2/],
  ])('a bad %s', async (_, column, cell, message) => {
    expect(errors(await run(table([...HEADINGS, column], [[...LAMP, cell]])))).toEqual([
      [2, column, expect.stringMatching(message)],
    ])
  })
  test('a category with two names', async () => {
    const csv = table(
      [...HEADINGS, 'categories:en', 'categories:zh-CN'],
      [
        [...LAMP, 'Home', '家居'],
        ['Torch', 'torch', '', '', '', '', 'T-1', '1', 1, 'Home', '居家'],
      ],
    )
    expect(errors(await run(csv))).toEqual([[3, 'categories:zh-CN', expect.stringContaining('line 2')]])
  })
  test('nothing of a file with a mistake is imported', async () => {
    await rows(LAMP)
    const before = await everything()
    await rows(CHAIR, CHAIR_BLACK, ['Torch', 'torch', '', '', '', '', 'T-1', 'cheap', 1])
    expect(await everything()).toBe(before)
  })
})
