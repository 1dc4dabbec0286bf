import { table } from '../testing/conformance-csv'
import { BACKINGS, type TestDatabase } from '../testing/databases'
import { emptied } from '../testing/emptied'
import { type Cell, CHAIR, CHAIR_BLACK, HEADINGS, importBench, LAMP } from '../testing/import-bench'

const zh = { locale: 'zh-CN' } as const
const en = { locale: 'en' } as const

describe.each(BACKINGS)('facets, colours and related goods of a catalogue file, on $name', ({ create }) => {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await create()
  }, 60_000)
  afterAll(() => opened.drop())
  beforeEach(() => emptied(opened.database, ['commerce.products', 'commerce.attributes']))
  const { run, shop, errors } = importBench(() => opened)
  const withColumns = (columns: string[], ...lines: Cell[][]) => run(table([...HEADINGS, ...columns], lines))
  const choices = async (context: typeof zh | typeof en = en) =>
    (await shop().catalog.products(context, { sort: 'relevance', limit: 10 }))!.facets.flatMap((facet) =>
      facet.kind === 'choice'
        ? [[facet.name, facet.values.map(({ name, count, colour }) => [name, count, colour])]]
        : [],
    )
  const related = async (slug: string) => (await shop().catalog.related(en, slug, 6))!.map(({ id }) => id)

  test.each<[string, string[], string[], string, RegExp]>([
    ['a facet without a value', ['facets'], ['material'], 'facets', /"material" is not written like material:oak/],
    ['a facet with an empty value', ['facets'], ['material: '], 'facets', /not written like/],
    [
      'a facet in one language less',
      ['facets:zh-CN', 'facets:en'],
      ['材质:纸', 'a:b|c:d'],
      'facets:zh-CN',
      /1 of these/,
    ],
    ['a colour in words', ['colours'], ['Oak=brown'], 'colours', /"Oak=brown" is not written like Oak=#c8a165/],
    ['a colour of nothing', ['colours'], ['Oak=#c8a165'], 'colours', /no option value or facet value "Oak"/],
    ['a related product that is none', ['related'], ['no-such-lamp'], 'related', /no product "no-such-lamp"/],
    ['a product related to itself', ['related'], ['lamp'], 'related', /not related to itself/],
  ])('%s', async (_, columns, cells, column, message) => {
    expect(errors(await withColumns(columns, [...LAMP, ...cells]))).toEqual([
      [2, column, expect.stringMatching(message)],
    ])
  })
  test('a value with two names, and one with two colours', async () => {
    const answer = await withColumns(
      ['facets:zh-CN', 'facets:en', 'colours'],
      [...LAMP, '色系:白色', 'Tint:White', 'White=#ffffff'],
      ['Torch', 'torch', '', '', '', '', 'T-1', '1', 1, '色系:纯白', 'Tint:White', 'White=#fffffe'],
    )
    expect(errors(answer)).toEqual([
      [3, 'facets:zh-CN', 'White is called "纯白" here and "白色" in line 2.'],
      [3, 'colours', 'White is #fffffe here and #ffffff further up.'],
    ])
  })

  test('facets as Vendure writes them, several values of one facet included', async () => {
    await withColumns(['facets'], [...LAMP, 'category:Home|category:Light|color:White'])
    expect(await choices()).toEqual([
      [
        'category',
        [
          ['Home', 1, null],
          ['Light', 1, null],
        ],
      ],
      ['color', [['White', 1, null]]],
    ])
  })
  test('facets in both languages, with a wide colon, and colours in either', async () => {
    await withColumns(
      ['facets:zh-CN', 'facets:en', 'colours'],
      [...CHAIR, '材质：榉木|色系:原木色', 'Material:Beech|Tint:Natural', '原木色=#C8A165|Black=#222222'],
      [...CHAIR_BLACK, '', '', ''],
    )
    expect(await choices(zh)).toEqual([
      ['材质', [['榉木', 1, null]]],
      ['色系', [['原木色', 1, '#c8a165']]],
    ])
    const chair = (await shop().catalog.product(en, 'chair'))!
    expect(chair.options[0]!.values.map(({ name, colour }) => [name, colour])).toEqual([
      ['Oak', null],
      ['Black', '#222222'],
    ])
  })
  test('related goods may come further down, or be in the shop already', async () => {
    await withColumns(['related'], [...LAMP, ''])
    expect(
      await withColumns(['related'], [...CHAIR, 'torch|lamp'], ['Torch', 'torch', '', '', '', '', 'T-1', '1', 1, '']),
    ).toMatchObject({ ok: true })
    expect(await related('chair')).toEqual(['torch', 'lamp'])
  })

  test('run again, the same file changes nothing; another one only what differs', async () => {
    const columns = ['facets', 'colours', 'related']
    const chair = [...CHAIR, 'material:beech|tint:natural', 'natural=#c8a165|Oak=#b5894f', 'lamp']
    const lamp = [...LAMP, 'tint:natural', '', '']
    await withColumns(columns, chair, lamp)
    expect(await withColumns(columns, chair, lamp)).toMatchObject({ report: { updated: 0, unchanged: 2 } })
    const lighter = [...CHAIR, 'material:oak|tint:natural', 'natural=#c8a165|Oak=#b5894f', '']
    expect(await withColumns(columns, lighter, lamp)).toMatchObject({ report: { updated: 1, unchanged: 1 } })
    // Beech is gone with the last product that was of it.
    expect(await choices()).toEqual([
      ['material', [['oak', 1, null]]],
      ['tint', [['natural', 2, '#c8a165']]],
    ])
    expect(await related('chair')).toEqual([])
  })
})
