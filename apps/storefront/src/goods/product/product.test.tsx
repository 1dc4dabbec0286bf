import Taro from '@tarojs/taro'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { setLocale } from '../../i18n'
import { openShop, renderInApp } from '../../testing/open-shop'
import { phone } from '../../testing/taro'
import ProductPage from './index'

const opened = openShop()
afterEach(() => act(() => setLocale('zh-CN')))

async function openProduct(id: string, first: string) {
  phone.openedWith({ id })
  renderInApp(<ProductPage />)
  await screen.findByText(first)
}
const openMug = () => openProduct('mug', '一只杯子，一整个早晨')

test('reviews and related goods are not asked for before the product is here, and never keep it waiting', async () => {
  const { shop } = opened
  const held = [shop.hold('getProduct'), shop.hold('listReviews'), shop.hold('listRelatedProducts')]
  phone.openedWith({ id: 'mug' })
  renderInApp(<ProductPage />)
  await waitFor(() => expect(shop.requestsTo('getProduct')).toHaveLength(1))
  expect([shop.requestsTo('listReviews'), shop.requestsTo('listRelatedProducts')]).toEqual([[], []])
  held[0]!()
  await screen.findByText('一只杯子，一整个早晨')
  expect(screen.getByRole('button', { name: '立即购买' })).toBeTruthy()
  expect(screen.getByText('你可能还喜欢')).toBeTruthy()
  held[1]!()
  held[2]!()
  expect(await screen.findByText('釉色比照片温润，握着刚好一掌。')).toBeTruthy()
  expect(await screen.findByText('铸铁茶壶')).toBeTruthy()
})

test('a product waits a moment for the coupons that stand above what is read first, and no longer', async () => {
  const release = opened.shop.hold('listCampaigns')
  phone.openedWith({ id: 'mug' })
  renderInApp(<ProductPage />)
  await waitFor(() => expect(opened.shop.requestsTo('listRelatedProducts')).toHaveLength(1))
  expect(screen.queryByText('一只杯子，一整个早晨')).toBeNull()
  expect(await screen.findByText('一只杯子，一整个早晨')).toBeTruthy()
  expect(screen.queryByText('领取')).toBeNull()
  release()
  expect((await screen.findAllByText('领取')).length).toBeGreaterThan(0)
})

test('what is sold out says so beside its price', async () => {
  phone.openedWith({ id: 'lamp' })
  renderInApp(<ProductPage />)
  expect(await screen.findByText('已售罄', { selector: '.x-tag' })).toBeTruthy()
})

test('reviews that do not come say so in their own corner, and another try brings them', async () => {
  opened.shop.fail('listReviews', { code: 'commerce_unavailable', times: 3 })
  await openMug()
  fireEvent.click(await screen.findByRole('button', { name: '加载失败，点这里重试' }))
  expect(await screen.findByText('釉色比照片温润，握着刚好一掌。')).toBeTruthy()
}, 10_000)

test('related goods that do not come are not missed', async () => {
  opened.shop.fail('listRelatedProducts', { code: 'internal', times: 3 })
  await openMug()
  await waitFor(() => expect(screen.queryByText('你可能还喜欢')).toBeNull())
  expect(screen.getByRole('button', { name: '加入购物车' })).toBeTruthy()
})

test('two buyers are quoted, the rest is behind 查看全部', async () => {
  await openMug()
  expect(await screen.findByText('阿禾')).toBeTruthy()
  expect(screen.getByText('杯底有一小块没上釉，放桌上会划。')).toBeTruthy()
  expect(screen.queryByText('好看，容量小了点。')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '查看全部 3 条评价' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/goods/reviews/index?id=mug' })
})

test('the rating stands by the name and leads to the reviews', async () => {
  await openMug()
  fireEvent.click(screen.getByRole('button', { name: '3.7 分，3 条评价，查看全部' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/goods/reviews/index?id=mug' })
})

test('a product nobody has reviewed says so, leads nowhere and asks for nothing', async () => {
  await openProduct('desk', '百年老料，一张书桌')
  expect(screen.getByText('还没有评价')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /评价/ })).toBeNull()
  expect(opened.shop.requestsTo('listReviews')).toEqual([])
})

test('when it leaves the house is said once', async () => {
  await openMug()
  expect(screen.getAllByText(/48 小时内发货/)).toHaveLength(1)
  expect(screen.getByText('已售 1204')).toBeTruthy()
})

test('a related product opens on a page of its own', async () => {
  await openMug()
  fireEvent.click(await screen.findByRole('button', { name: /^铸铁茶壶/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/goods/product/index?id=kettle' })
})

test('on an English phone reviews and related goods are introduced in English', async () => {
  act(() => setLocale('en'))
  await openProduct('mug', 'One cup, a whole morning')
  expect(await screen.findByRole('button', { name: 'See all 3 reviews' })).toBeTruthy()
  expect(await screen.findByText('You may also like')).toBeTruthy()
})
