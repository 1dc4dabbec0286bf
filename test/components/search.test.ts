import { happen, ok, shopWith, tap, type, waitFor } from './harness'

const LIST = '/goods/list/index'
const FIELD = '搜沙发、相机、绿植…'
const button = (name: string | RegExp) => ['button', { name }] as const

test('half a word becomes words, and words their list', async () => {
  const { shop, openPage } = await shopWith()
  const page = await openPage(LIST)
  await page.findByText('热门搜索')
  await type(await page.findByPlaceholderText(FIELD), 'deng')
  await tap(await page.findByRole(...button('灯 1 件商品')))
  await page.findByText('和纸台灯')
  expect(page.queryByRole('list', { name: '搜索建议' })).toBeNull()
  expect(shop.requestsTo('suggest').map(({ path }) => path)).toEqual([expect.stringContaining('q=deng')])
})

test('while the input method composes a word nothing is asked', async () => {
  const { shop, openPage } = await shopWith()
  const page = await openPage(LIST)
  const field = await page.findByPlaceholderText(FIELD)
  await happen(field, 'keyboardcompositionstart')
  await type(field, 'den')
  await page.findByRole(...button('搜索“den”'))
  await type(field, '灯')
  await happen(field, 'keyboardcompositionend')
  await page.findByRole(...button('灯具 分类'))
  expect(shop.requestsTo('suggest')).toHaveLength(1)
})

test('words that were understood are looked for instead, and both are named', async () => {
  const { instead, before, openPage } = await shopWith()
  const found = await before(({ catalog }) => catalog.products({ q: '台灯' }))
  instead('listProducts', { ...found, searchedFor: '台灯' })
  const page = await openPage(`${LIST}?q=taideng`)
  await page.findByText('没有找到“taideng”，为你搜索“台灯”')
  page.getByText('和纸台灯')
})

test('the code on a label opens its product', async () => {
  const { phone, openPage, arriveAt } = await shopWith()
  const page = await openPage(LIST)
  phone.scanCode = ok({ result: 'TEE-GREEN-M' })
  await tap(await page.findByRole(...button('扫一扫')))
  expect((await arriveAt('/goods/product/index')).query).toEqual({ id: 'tee' })
  await waitFor(() => expect(phone.callsOf('scanCode')).toHaveLength(1))
})
