import { denied, givenTo, happen, shopWith, tap, type, waitFor } from './harness'

const STORES = '/stores/list/index'
const button = (name: string) => ['button', { name }] as const
/** A Tuesday, noon in Shanghai. */
const tuesday = { at: '2026-05-05T04:00:00Z' }

interface Pin {
  id: number
  title?: string
  label?: { content: string }
  callout?: { content: string; display: string }
}
async function onTheMap(settings: Parameters<typeof shopWith>[0] = tuesday) {
  const opened = await shopWith(settings)
  const page = await opened.openPage(STORES)
  await tap(await page.findByRole(...button('地图')))
  const map = await page.findByLabelText('门店地图')
  return { ...opened, page, map }
}

test('every store has a pin, all are in sight, and nobody is asked where they are', async () => {
  const { phone, map } = await onTheMap()
  expect(givenTo<Pin[]>(map, 'markers').map(({ title }) => title)).toEqual([
    '上海武康路店',
    '深圳万象天地店',
    '成都太古里店',
  ])
  expect(givenTo<unknown[]>(map, 'include-points').length).toBeGreaterThanOrEqual(3)
  expect(givenTo(map, 'show-location')).toBe(false)
  expect(phone.callsOf('getLocation')).toEqual([])
})

test('a pin chooses its store, a store its pin, and the open callout leads there', async () => {
  const { phone, page, map } = await onTheMap()
  const open = () =>
    givenTo<Pin[]>(map, 'markers').flatMap(({ callout }) => (callout?.display === 'ALWAYS' ? callout.content : []))
  expect(open()).toEqual([])
  await happen(map, 'markertap', { markerId: 1 })
  await page.findByRole(...button('设为我的门店 深圳万象天地店'))
  await waitFor(() => expect(open()).toEqual(['深圳万象天地店']))
  await tap(page.getByRole(...button('查看成都太古里店')))
  await waitFor(() => expect(open()).toEqual(['成都太古里店']))
  await happen(map, 'callouttap', { markerId: 2 })
  await waitFor(() => expect(phone.callsOf('openLocation')).toMatchObject([{ name: '成都太古里店' }]))
})

test('a refused location leaves the map as it was', async () => {
  const { phone, page, map } = await onTheMap()
  phone.getLocation = denied()
  await tap(page.getByRole(...button('使用我的位置')))
  await page.findByText('没有位置权限，可以按城市找店')
  expect(givenTo<Pin[]>(map, 'markers')).toHaveLength(3)
  expect(givenTo(map, 'show-location')).toBe(false)
})

test('a city is shown alone, at street level where it has one store', async () => {
  const { page, map } = await onTheMap()
  await tap(page.getByRole(...button('成都')))
  await waitFor(() => expect(givenTo<Pin[]>(map, 'markers').map(({ title }) => title)).toEqual(['成都太古里店']))
  expect(givenTo(map, 'include-points')).toEqual([])
  expect(givenTo(map, 'latitude')).toBeCloseTo(30.65362)
})

test('by its sound: the gateway finds what the letters mean; unreachable, what the phone can see of them counts', async () => {
  const { shop, openPage } = await shopWith(tuesday)
  const page = await openPage(STORES)
  const field = await page.findByLabelText('搜索门店')
  await type(field, 'wkl')
  await waitFor(() => expect(page.queryByText('成都太古里店')).toBeNull())
  page.getByText('上海武康路店')
  shop.fail('listStores', { network: true, times: 9 })
  await type(field, '太古里')
  await page.findByText('成都太古里店')
  await waitFor(() => expect(page.queryByText('上海武康路店')).toBeNull())
})
