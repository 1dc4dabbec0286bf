import type { ApiClient } from '@xiaopu/api-client'
import { cancelled, denied, failed, ok, shopWith, tap, type, waitFor, within } from './harness'
import { CHOSEN_ADDRESS } from './harness/phone/belongings'

const button = (name: string | RegExp) => ['button', { name }] as const
const BOOK = '/account/addresses/index'
const FORM = '/account/address/index'
const CHECKOUT = '/trade/checkout/index'

const home = {
  name: '林一',
  phone: '13800138001',
  province: '广东省',
  city: '深圳市',
  district: '南山区',
  detail: '科技园 1 号',
  postalCode: null,
  nationalCode: '440305',
}
const keeps =
  (name: string, isDefault = false) =>
  (shopper: ApiClient) =>
    shopper.addresses.save({ ...home, name, isDefault })

test('from 我的 to a first address, filled in by a pasted text', async () => {
  const { shop, phone, openPage, arriveAt } = await shopWith()
  const profile = await openPage('/pages/profile/index')
  await tap(await profile.findByRole(...button('收货地址')))
  const book = await arriveAt(BOOK)
  await book.findByText('还没有收货地址')
  await tap(book.getByRole(...button('新建地址')))
  const form = await arriveAt(FORM)
  expect(phone.title).toBe('新建地址')
  await type(await form.findByLabelText('粘贴地址，自动识别'), '林一,13800138001,上海市,上海市,徐汇区,武康路 99 号')
  await tap(await form.findByRole(...button('识别')))
  await form.findByRole(...button('所在地区 上海市 徐汇区'))
  expect(form.getByLabelText('收货人').getAttribute('value')).toBe('林一')
  await tap(form.getByRole(...button('保存')))
  const again = await arriveAt(BOOK)
  await again.findByRole(...button('林一 13800138001 上海市 徐汇区 武康路 99 号 默认'))
  expect(shop.requestsTo('saveAddress')).toHaveLength(1)
})

test('what is missing is said at its field; the region is chosen step by step', async () => {
  const { shop, openPage } = await shopWith()
  const form = await openPage(FORM)
  await tap(await form.findByRole(...button('保存')))
  await form.findByText('请补充收货人')
  form.getByText('请补充所在地区')
  await tap(form.getByRole(...button(/^所在地区/)))
  const sheet = within(await form.findByRole('dialog', { name: '所在地区' }))
  await tap(await sheet.findByRole('radio', { name: '广东省' }))
  await tap(await sheet.findByRole('radio', { name: '深圳市' }))
  await tap(await sheet.findByRole('radio', { name: '福田区' }))
  await form.findByRole(...button('所在地区 广东省 深圳市 福田区'))
  expect(shop.requestsTo('saveAddress')).toEqual([])
  expect(shop.requestsTo('listRegions')).toHaveLength(1)
})

test('regions that could not be had can be had by 重试', async () => {
  const { shop, openPage } = await shopWith()
  shop.fail('listRegions', { code: 'internal' })
  const form = await openPage(FORM)
  await tap(await form.findByRole(...button(/^所在地区/)))
  await form.findByText('服务出了点问题，请稍后重试')
  await tap(form.getByRole(...button('重试')))
  await form.findByRole('radio', { name: '上海市' })
})

test('another default, and one less', async () => {
  const { before, openPage } = await shopWith()
  await before(keeps('林一', true))
  await before(keeps('林二'))
  const book = await openPage(BOOK)
  await tap(await book.findByRole(...button('设为默认 林二')))
  await book.findByRole(...button(/^林二 .* 默认$/))
  await tap(await book.findByRole(...button('删除 林一')))
  await waitFor(() => expect(book.queryByText('林一')).toBeNull())
  book.getByText('林二')
})

test('checkout begins with the default of the book; a tap leads to the others, and one of them back', async () => {
  const { shop, before, openPage, arriveAt } = await shopWith({ cart: { 'mug-sand': 1 } })
  await before(keeps('林一', true))
  await before(keeps('林二'))
  const checkout = await openPage(CHECKOUT)
  await tap(await checkout.findByRole(...button(/^更换收货地址 林一/)))
  const book = await arriveAt(BOOK)
  await book.findByRole(...button(/^林一 .* 已选$/))
  await tap(book.getByRole(...button(/^林二 /)))
  const back = await arriveAt(CHECKOUT)
  await back.findByRole(...button(/^更换收货地址 林二/))
  await waitFor(() =>
    expect(shop.requestsTo('quote').at(-1)?.body).toMatchObject({ address: { ...home, name: '林二' } }),
  )
  await waitFor(() => expect(back.getByRole(...button('提交订单')).getAttribute('aria-disabled')).toBeNull())
  await tap(back.getByRole(...button('提交订单')))
  await arriveAt('/trade/result/index')
  expect(shop.requestsTo('placeOrder')[0]?.body).toMatchObject({ address: { ...home, name: '林二' } })
})

test('who refuses WeChat its addresses writes one, and is back at checkout with it', async () => {
  const { phone, openPage, arriveAt } = await shopWith({ cart: { 'mug-sand': 1 } })
  phone.chooseAddress = denied()
  const checkout = await openPage(CHECKOUT)
  await tap(await checkout.findByRole(...button('选择收货地址')))
  await waitFor(() => expect(phone.callsOf('openSetting')).toHaveLength(1))
  await tap(checkout.getByRole(...button('新建地址')))
  const form = await arriveAt(FORM)
  await type(await form.findByLabelText('粘贴地址，自动识别'), '林一,13800138001,上海市,上海市,徐汇区,武康路 99 号')
  await tap(await form.findByRole(...button('识别')))
  await form.findByRole(...button('所在地区 上海市 徐汇区'))
  await tap(form.getByRole(...button('保存')))
  const back = await arriveAt(CHECKOUT)
  await back.findByRole(...button(/^更换收货地址 林一/))
})

test('one of WeChat’s at checkout is in the book afterwards', async () => {
  const { before, openPage } = await shopWith({ cart: { 'mug-sand': 1 } })
  const checkout = await openPage(CHECKOUT)
  await tap(await checkout.findByRole(...button('选择收货地址')))
  await checkout.findByText('王小明')
  await waitFor(async () =>
    expect(await before((shopper) => shopper.addresses.list())).toMatchObject([{ name: '王小明', isDefault: true }]),
  )
})

test('WeChat’s answers in the book: cancelled says nothing, failed says so, and one is put in', async () => {
  const { phone, openPage } = await shopWith()
  const book = await openPage(BOOK)
  for (const [answer, told] of [
    [cancelled(), []],
    [failed('system error'), ['没有打开微信地址簿，请重试']],
  ] as const) {
    phone.chooseAddress = answer
    await tap(await book.findByRole(...button('从微信导入')))
    await waitFor(() => expect(phone.toasts).toEqual(told))
  }
  phone.chooseAddress = ok(CHOSEN_ADDRESS)
  await tap(book.getByRole(...button('从微信导入')))
  await book.findByText('王小明')
})

test('on an English phone it is in English', async () => {
  const { openPage } = await shopWith({ language: 'en' })
  const form = await openPage(FORM)
  await tap(await form.findByRole(...button('Save')))
  await form.findByText('Missing: Recipient')
})
