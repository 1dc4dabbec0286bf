import { cancelled, denied, failed, ok, shopWith, tap, waitFor } from './harness'

const STORES = '/stores/list/index'
const button = (name: string) => ['button', { name }] as const
/** A Tuesday, noon in Shanghai. */
const tuesday = { at: '2026-05-05T04:00:00Z' }

test('every store says whether it is open and where it is, without knowing where the shopper is', async () => {
  const { shop, phone, openPage } = await shopWith(tuesday)
  const page = await openPage(STORES)
  await page.findByText('上海武康路店')
  page.getByText('徐汇区武康路 378 号')
  page.getByText('深圳万象天地店')
  page.getByText('营业中 · 至 20:00')
  page.getByText('看看哪家店离你最近')
  expect(phone.callsOf('getLocation')).toEqual([])
  expect(shop.requestsTo('signIn')).toEqual([])
  expect(phone.title).toBe('门店')
})

test('a store that is closed on Mondays says when it opens again', async () => {
  const { openPage } = await shopWith({ at: '2026-05-04T04:00:00Z' })
  const page = await openPage(STORES)
  await page.findByText('休息中 · 明天 11:00 开门')
})

test('使用我的位置 puts the nearest store first, with its distance', async () => {
  const { shop, phone, openPage } = await shopWith(tuesday)
  phone.getLocation = ok({ latitude: 22.5431, longitude: 114.0579 })
  const page = await openPage(STORES)
  await tap(await page.findByRole(...button('使用我的位置')))
  await page.findByText('离你最近')
  await waitFor(() => expect(page.text()).toMatch(/离你最近\s*深圳万象天地店/))
  await waitFor(() => expect(page.text()).toMatch(/11 公里/))
  expect(shop.requestsTo('listStores').at(-1)?.path).toMatch(/latitude=22\.5431&longitude=114\.0579/)
  expect(page.queryByRole(...button('使用我的位置'))).toBeNull()
})

test('a refused location leaves the list as it was and leads to the settings; allowed there, it serves', async () => {
  const { phone, openPage } = await shopWith(tuesday)
  phone.getLocation = denied()
  const page = await openPage(STORES)
  await tap(await page.findByRole(...button('使用我的位置')))
  await page.findByText('没有位置权限，可以按城市找店')
  page.getByText('上海武康路店')
  phone.openSetting = ok({ authSetting: { 'scope.userLocation': true } })
  phone.getSetting = ok({ authSetting: { 'scope.userLocation': true } })
  phone.getLocation = ok({ latitude: 31.23, longitude: 121.47 })
  await tap(page.getByRole(...button('去设置')))
  await page.findByText('离你最近')
  expect(phone.callsOf('openSetting')).toHaveLength(1)
})

test('a location that cannot be found can be looked for again', async () => {
  const { phone, openPage } = await shopWith(tuesday)
  phone.getLocation = failed('timeout')
  const page = await openPage(STORES)
  await tap(await page.findByRole(...button('使用我的位置')))
  await page.findByText('暂时找不到你的位置，可以按城市找店')
  phone.getLocation = ok({ latitude: 31.23, longitude: 121.47 })
  await tap(page.getByRole(...button('再试一次')))
  await page.findByText('离你最近')
})

test('a city shows its own stores', async () => {
  const { openPage } = await shopWith(tuesday)
  const page = await openPage(STORES)
  await tap(await page.findByRole(...button('成都')))
  await waitFor(() => expect(page.queryByText('上海武康路店')).toBeNull())
  page.getByText('成都太古里店')
  await tap(page.getByRole(...button('全部城市')))
  await page.findByText('上海武康路店')
})

test('导航 opens the map on the store, 打电话 its number', async () => {
  const { phone, openPage } = await shopWith(tuesday)
  const page = await openPage(STORES)
  await tap(await page.findByRole(...button('导航去成都太古里店')))
  await waitFor(() => expect(phone.callsOf('openLocation')).toHaveLength(1))
  expect(phone.callsOf('openLocation')[0]).toMatchObject({
    latitude: 30.65362,
    longitude: 104.08341,
    name: '成都太古里店',
    address: '锦江区中纱帽街 8 号',
  })
  phone.makePhoneCall = cancelled()
  await tap(page.getByRole(...button('给成都太古里店打电话')))
  await waitFor(() => expect(phone.callsOf('makePhoneCall')).toEqual([{ phoneNumber: '028-5555 0103' }]))
  expect(phone.toasts).toEqual([])
  phone.makePhoneCall = failed()
  await tap(page.getByRole(...button('给成都太古里店打电话')))
  await waitFor(() => expect(phone.toasts).toEqual(['没有拨出，号码是 028-5555 0103']))
})

test('without stores there is still the shop', async () => {
  const { instead, openPage, arriveAt } = await shopWith()
  instead('listStores', { stores: [] })
  const page = await openPage(STORES)
  await page.findByText('门店正在筹备')
  await tap(page.getByRole(...button('回到首页')))
  await arriveAt('/pages/home/index')
})

test('stores that could not be had can be had by 重试', async () => {
  const { shop, openPage } = await shopWith()
  shop.fail('listStores', { code: 'internal' })
  const page = await openPage(STORES)
  await page.findByText('服务出了点问题，请稍后重试')
  await tap(page.getByRole(...button('重试')))
  await page.findByText('上海武康路店')
})

test('on an English phone it is in English', async () => {
  const { openPage } = await shopWith({ ...tuesday, language: 'en' })
  const page = await openPage(STORES)
  await page.findByText('Shanghai Wukang Road')
  page.getByText('Open · until 20:00')
  expect(page.text()).not.toMatch(/\p{Script=Han}/u)
})
