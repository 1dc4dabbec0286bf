import Taro from '@tarojs/taro'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { forgetStores } from '../../features/product-detail/store-stock/use-store-stock'
import { usePositionStore } from '../../features/stores/position'
import { setLocale } from '../../i18n'
import { openShop, renderInApp } from '../../testing/open-shop'
import { phone } from '../../testing/taro'
import ProductPage from './index'

const opened = openShop()
beforeEach(() => {
  forgetStores()
  usePositionStore.setState({ point: null, state: 'unknown' })
})
afterEach(() => act(() => setLocale('zh-CN')))

const STORES = ['shanghai-wukang', 'shenzhen-mixc', 'chengdu-taikoo']
const shelve = (sku: string, ...pieces: number[]) =>
  STORES.forEach((store, index) => {
    opened.shop.setStoreStock(store, sku, pieces[index] ?? 0)
  })

async function openProduct(id: string, first: string) {
  phone.openedWith({ id })
  renderInApp(<ProductPage />)
  await screen.findByText(first)
}
const openMug = () => openProduct('mug', '一只杯子，一整个早晨')

test('the row says in how many stores it is, asks nobody where they are, and leads to the stores', async () => {
  shelve('mug-sand', 0, 3, 1)
  await openMug()
  fireEvent.click(await screen.findByRole('button', { name: '门店 2 家门店有货' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/stores/list/index' })
  expect(Taro.getLocation).not.toHaveBeenCalled()
  expect(opened.shop.requestsTo('signIn')).toEqual([])
})

test('where the location was allowed before, the nearest that has it is named, and the stores begin with it', async () => {
  jest.mocked(Taro.getSetting as jest.Mock).mockResolvedValue({ authSetting: { 'scope.userLocation': true } })
  shelve('mug-sand', 0, 3, 1)
  await openMug()
  fireEvent.click(await screen.findByRole('button', { name: /^门店 2 家门店有货 · 最近深圳万象天地店 [\d,]+ 公里$/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/stores/list/index?id=shenzhen-mixc' })
  jest.mocked(Taro.getSetting as jest.Mock).mockResolvedValue({ authSetting: {} })
})

test('a choice narrows it without another question', async () => {
  for (const sku of ['tee-cream-S', 'tee-cream-M', 'tee-green-S', 'tee-green-M']) shelve(sku, 0)
  shelve('tee-cream-M', 2, 2)
  await openProduct('tee', '越洗越软')
  await screen.findByRole('button', { name: '门店 2 家门店有货' })
  fireEvent.click(screen.getByRole('button', { name: '立即购买' }))
  fireEvent.click(await screen.findByRole('button', { name: '墨绿' }))
  fireEvent.click(screen.getByRole('button', { name: 'M' }))
  await screen.findByRole('button', { name: '门店 门店暂时没有现货' })
  fireEvent.click(screen.getByRole('button', { name: '米白' }))
  await screen.findByRole('button', { name: '门店 2 家门店有货' })
  expect(opened.shop.requestsTo('findStoresWith')).toHaveLength(1)
})

test('it comes after the product and never keeps it waiting; its place is there from the start', async () => {
  const held = [opened.shop.hold('getProduct'), opened.shop.hold('findStoresWith')]
  phone.openedWith({ id: 'mug' })
  renderInApp(<ProductPage />)
  await waitFor(() => expect(opened.shop.requestsTo('getProduct')).toHaveLength(1))
  expect(opened.shop.requestsTo('findStoresWith')).toEqual([])
  held[0]!()
  await screen.findByText('一只杯子，一整个早晨')
  expect(screen.getByRole('button', { name: '门店 正在看门店的库存' })).toBeTruthy()
  held[1]!()
  expect(await screen.findByRole('button', { name: /^门店 \d 家门店有货$/ })).toBeTruthy()
})

test('when it cannot be had the row still leads to the stores, and nothing else is said', async () => {
  opened.shop.fail('findStoresWith', { code: 'commerce_unavailable', times: 9 })
  await openMug()
  expect(await screen.findByRole('button', { name: '门店 看看附近的门店' }, { timeout: 8_000 })).toBeTruthy()
  expect(Taro.showToast).not.toHaveBeenCalled()
}, 12_000)

test('what only a store has: the page sells it to be picked up, and promises no parcel', async () => {
  shelve('lamp-white', 0, 3, 0)
  await openProduct('lamp', '光也可以是软的')
  expect(screen.getAllByText('仅门店自提')).toHaveLength(2)
  expect(screen.getByText('快递暂时无货，到店自提免运费')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '自提购买' }))
  expect(await screen.findByText('深圳万象天地店有货')).toBeTruthy()
  fireEvent.click(screen.getAllByRole('button', { name: '自提购买' }).at(-1)!)
  await waitFor(() =>
    expect(Taro.navigateTo).toHaveBeenCalledWith({
      url: '/trade/checkout/index?sku=lamp-white&quantity=1&way=pickup',
    }),
  )
})

test('in English, one store is one', async () => {
  act(() => setLocale('en'))
  shelve('mug-sand', 0, 3, 0)
  await openProduct('mug', 'One cup, a whole morning')
  expect(await screen.findByRole('button', { name: 'Stores In 1 store' })).toBeTruthy()
})
