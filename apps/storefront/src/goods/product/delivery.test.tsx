import Taro from '@tarojs/taro'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { api } from '../../api/client'
import { useChosenAddress } from '../../features/addresses/chosen-address'
import { forgetPickedPlace, pickPlace } from '../../features/delivery/delivery-place'
import { setLocale } from '../../i18n'
import { openShop, renderInApp } from '../../testing/open-shop'
import { phone } from '../../testing/taro'
import { remember } from '../../wechat'
import ProductPage from './index'

const opened = openShop()
beforeEach(() => {
  forgetPickedPlace()
  useChosenAddress.setState({ chosen: null })
})
afterEach(() => act(() => setLocale('zh-CN')))

const HOME = {
  name: '张三',
  phone: '13800138000',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  detail: '1 号',
}
const asked = () => opened.shop.requestsTo('estimateDelivery').map(({ path }) => decodeURIComponent(path))

async function openMug() {
  phone.openedWith({ id: 'mug' })
  renderInApp(<ProductPage />)
  await screen.findByText('一只杯子，一整个早晨')
}

test('who has said nowhere is asked where, signed in by nobody, with what holds everywhere', async () => {
  await openMug()
  expect(screen.getByRole('button', { name: '配送 选择配送地区，查看运费 48 小时内发货 · 满 ¥199 包邮' })).toBeTruthy()
  expect([asked(), opened.shop.requestsTo('signIn')]).toEqual([[], []])
})

test('the fee is for the address of last time, and no more than its region is told', async () => {
  remember('address', { ...HOME, postalCode: null, nationalCode: null })
  await openMug()
  expect(await screen.findByText('至 浙江省杭州市 · 快递 ¥12')).toBeTruthy()
  for (const path of asked())
    expect(path).toMatch(/^\/v1\/products\/mug\/delivery\?province=浙江省&city=杭州市(&sku=[\w-]+)?$/)
})

test('the default of the address book goes before the address of last time', async () => {
  await api.addresses.save({
    ...HOME,
    province: '四川省',
    city: '成都市',
    postalCode: null,
    nationalCode: null,
    isDefault: true,
  })
  remember('address', { ...HOME, postalCode: null, nationalCode: null })
  await openMug()
  expect(await screen.findByText('至 四川省成都市 · 快递 ¥12')).toBeTruthy()
})

test('where this product is not sent, the bar says so instead of selling, and leads to another region', async () => {
  opened.shop.keepFrom('mug', ['海南省'])
  pickPlace({ province: '海南省', city: '三亚市' })
  await openMug()
  expect(await screen.findByText('此商品暂不支持配送至 海南省三亚市')).toBeTruthy()
  expect(screen.getByText('所选地区不配送')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '立即购买' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '换个地区' }))
  expect(await screen.findByText('所在地区')).toBeTruthy()
  act(() => pickPlace({ province: '浙江省', city: '杭州市' }))
  expect(await screen.findByRole('button', { name: '立即购买' })).toBeTruthy()
})

test('an estimate that does not come costs the page nothing', async () => {
  pickPlace({ province: '浙江省', city: '杭州市' })
  opened.shop.fail('estimateDelivery', { code: 'commerce_unavailable', times: 5 })
  await openMug()
  await waitFor(() => expect(asked().length).toBeGreaterThan(0))
  expect(screen.getByText('至 浙江省杭州市')).toBeTruthy()
  expect(screen.getByRole('button', { name: '立即购买' })).toBeTruthy()
  expect(Taro.showToast).not.toHaveBeenCalled()
})

test('in English, too', async () => {
  act(() => setLocale('en'))
  pickPlace({ province: '西藏自治区', city: '拉萨市' })
  phone.openedWith({ id: 'mug' })
  renderInApp(<ProductPage />)
  expect(await screen.findByText('We do not deliver to 西藏自治区拉萨市 yet')).toBeTruthy()
  expect(screen.getByText('Not delivered to this region')).toBeTruthy()
})
