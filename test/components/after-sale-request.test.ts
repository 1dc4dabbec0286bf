import type { ApiClient } from '@xiaopu/api-client'
import { newIdempotencyKey } from '@xiaopu/api-client'
import {
  choosing,
  ok,
  orderOf,
  orderOfCart,
  type PageView,
  type ShopOverrides,
  shopWith,
  tap,
  type,
  waitFor,
  within,
} from './harness'

const REQUEST = '/trade/after-sale-request/index?order=order-1'
const button = (name: string | RegExp) => ['button', { name }] as const
const radio = (name: string | RegExp) => ['radio', { name }] as const

/** Three mugs for 384 yuan, sent for nothing, paid; `sent` by the shop as well. */
async function withMugs({ sent = false, ...overrides }: ShopOverrides & { sent?: boolean } = {}) {
  const visit = await shopWith(overrides)
  await visit.before(orderOf('mug-sand', 3))
  visit.shop.pay('order-1')
  if (sent) visit.shop.ship('order-1')
  return visit
}

/** Opens the list of reasons and takes one. */
async function chooses(page: PageView, reason: string) {
  await tap(await page.findByRole(...button(/^申请原因/)))
  const sheet = await page.findByRole('dialog', { name: '申请原因' })
  await tap(await within(sheet).findByRole(...radio(reason)))
}
const sends = async (page: PageView) => tap(page.getByRole(...button('提交申请')))

test('what was not sent yet is asked back from its order: all of it, with the delivery', async () => {
  const { shop, phone, before, openPage, arriveAt } = await shopWith()
  await before(orderOf('mug-sand'))
  shop.pay('order-1')
  const order = await openPage('/trade/order/index?id=order-1')
  await tap(await order.findByRole(...button(/^申请售后/)))
  const page = await arriveAt('/trade/after-sale-request/index')
  // The only line and the only kind there are need no choosing.
  await page.findByText('仅退款')
  expect(page.queryByRole(...radio(/退货退款/))).toBeNull()
  expect(page.getByRole('checkbox', { name: /手工粗陶马克杯/ }).getAttribute('aria-checked')).toBe('true')
  await page.findByText('最多可退 ¥140.00，含运费 ¥12.00')
  await chooses(page, '不想要了')
  await type(page.getByLabelText('补充说明'), '拍重了，麻烦退一下')
  await page.findByText('9/500')
  await sends(page)
  const detail = await arriveAt('/trade/after-sale/index')
  await detail.findByText('等店家处理')
  expect(phone.toasts).toEqual(['申请已提交'])
  expect(shop.requestsTo('requestAfterSale').map(({ body }) => body)).toEqual([
    {
      kind: 'refund',
      lines: [{ skuId: 'mug-sand', quantity: 1 }],
      amount: null,
      reason: 'changed_mind',
      words: '拍重了，麻烦退一下',
      uploadIds: [],
    },
  ])
  detail.getByLabelText('¥140.00')
})

test('more than was paid is refused at once, with what it can be; a little less goes through', async () => {
  const { shop, openPage, arriveAt } = await withMugs({ sent: true })
  const page = await openPage(REQUEST)
  await chooses(page, '少件')
  await tap(page.getByRole(...button('减少数量')))
  await page.findByText('最多可退 ¥256.00')
  const amount = page.getByLabelText(/^退款金额/)
  await type(amount, '256.01')
  await sends(page)
  await page.findByText('最多只能退 ¥256.00，请改小一些')
  expect(shop.requestsTo('requestAfterSale')).toEqual([])
  await type(amount, '１００．５')
  await sends(page)
  await arriveAt('/trade/after-sale/index')
  expect(shop.requestsTo('requestAfterSale')[0]?.body).toMatchObject({
    amount: 100_50,
    lines: [{ skuId: 'mug-sand', quantity: 2 }],
  })
})

test('what is missing is said where it is missing, and nothing is sent', async () => {
  const { shop, openPage } = await withMugs({ sent: true })
  const page = await openPage(REQUEST)
  await tap(await page.findByRole('checkbox', { name: /手工粗陶马克杯/ }))
  await waitFor(() => expect(page.queryByText(/^最多可退/)).toBeNull())
  await sends(page)
  await page.findByText('请先选择商品')
  page.getByText('请选择原因')
  expect(shop.requestsTo('requestAfterSale')).toEqual([])
})

test('nine photographs at most go with it', async () => {
  const { shop, phone, openPage, arriveAt } = await withMugs({ sent: true })
  const photographs = Array.from({ length: 12 }, (_, n) => ({ tempFilePath: `wxfile://tmp/${n}.jpg`, size: 90_000 }))
  phone.chooseMedia = ok({ type: 'image', tempFiles: photographs })
  const page = await openPage(REQUEST)
  await chooses(page, '收到时已损坏')
  await tap(page.getByRole(...button(/添加图片/)))
  await page.findByRole(...button('第 9 张图片，点按放大'))
  expect(phone.callsOf('chooseMedia')).toMatchObject([{ count: 9 }])
  expect(page.queryByRole(...button(/添加图片/))).toBeNull()
  await sends(page)
  const detail = await arriveAt('/trade/after-sale/index')
  await tap(await detail.findByRole(...button('照片 9')))
  await waitFor(() => expect(phone.callsOf('previewImage')).toMatchObject([{ urls: { length: 9 } }]))
  expect(shop.requestsTo('requestAfterSale')).toMatchObject([{ body: { uploadIds: { length: 9 } } }])
})

test('a photograph that is still on its way, or did not arrive, is waited for in words', async () => {
  const { shop, phone, openPage } = await withMugs({ sent: true })
  const page = await openPage(REQUEST)
  await chooses(page, '收到时已损坏')
  const release = shop.hold('uploadPicture')
  await tap(page.getByRole(...button(/添加图片/)))
  await page.findByRole(...button(/^第 1 张图片，已上传/))
  await sends(page)
  await waitFor(() => expect(phone.toasts).toEqual(['图片还在上传，请稍等']))
  shop.fail('uploadPicture', { code: 'internal', times: 9 })
  release()
  await page.findByRole(...button('第 1 张图片没有传上去，点按重传'))
  await sends(page)
  await waitFor(() => expect(phone.toasts.at(-1)).toBe('有图片没有传上去，请重传或移除'))
  expect(shop.requestsTo('requestAfterSale')).toEqual([])
})

test('an exchange is about pieces and not about money', async () => {
  const { shop, openPage, arriveAt } = await withMugs({ sent: true })
  const page = await openPage(REQUEST)
  await chooses(page, '没有收到')
  await tap(page.getByRole(...radio(/^换货/)))
  // Nobody exchanges what did not come: that reason went with the kind.
  await page.findByRole(...button('申请原因 请选择'))
  expect(page.queryByLabelText(/^退款金额/)).toBeNull()
  await chooses(page, '收到时已损坏')
  await sends(page)
  await arriveAt('/trade/after-sale/index')
  expect(shop.requestsTo('requestAfterSale')[0]?.body).toMatchObject({ kind: 'exchange', amount: null })
})

test('what it is exchanged for is chosen among what costs the same; of what is sold out that is said', async () => {
  const { shop, before, openPage, arriveAt } = await shopWith()
  await before(orderOf('tee-cream-S'))
  shop.pay('order-1')
  shop.ship('order-1')
  const page = await openPage(REQUEST)
  expect(page.queryByRole(...button(/换成/))).toBeNull()
  await tap(await page.findByRole(...radio(/^换货/)))
  async function choosesInstead(before: RegExp, name: RegExp) {
    await tap(await page.findByRole(...button(before)))
    const sheet = within(await page.findByRole('dialog', { name: '换成' }))
    const names = sheet.getAllByRole('radio').map((one) => one.getAttribute('aria-label'))
    await tap(sheet.getByRole(...radio(name)))
    return names
  }
  // The green ones cost ten yuan more.
  expect(await choosesInstead(/换成 米白 · S$/, /^米白 · L/)).toEqual(['米白 · S', '米白 · M', '米白 · L 暂时缺货'])
  await page.findByText(/米白 L”暂时缺货。可以换别的款式/)
  await choosesInstead(/换成 米白 · L$/, /^米白 · M$/)
  await waitFor(() => expect(page.queryByText(/暂时缺货。/)).toBeNull())
  await chooses(page, '收到时已损坏')
  await sends(page)
  const detail = await arriveAt('/trade/after-sale/index')
  await detail.findByText(/米白 · M/)
  expect(shop.requestsTo('requestAfterSale')[0]?.body).toMatchObject({
    kind: 'exchange',
    lines: [{ skuId: 'tee-cream-S', quantity: 1, replacementSkuId: 'tee-cream-M' }],
  })
})

test('two taps, and another after a lost answer, are one request', async () => {
  const { shop, phone, before, openPage, arriveAt } = await withMugs()
  shop.fail('requestAfterSale', { network: true, afterwards: true, times: 3 })
  const page = await openPage(REQUEST)
  await chooses(page, '不想要了')
  await tap(page.getByRole(...button('提交申请')), 2)
  await waitFor(() => expect(phone.toasts).toEqual(['网络连接不上，请检查后重试']))
  // Everything is as it was written.
  page.getByRole(...button('申请原因 不想要了'))
  shop.mend()
  await waitFor(() => expect(page.getByRole(...button('提交申请')).getAttribute('aria-disabled')).toBeNull())
  await sends(page)
  await arriveAt('/trade/after-sale/index')
  expect(new Set(shop.requestsTo('requestAfterSale').map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  expect((await before(all)).items).toHaveLength(1)
})

test('what was asked for on another phone meanwhile is not asked for twice', async () => {
  const { shop, phone, before, openPage, arriveAt } = await withMugs()
  const page = await openPage(REQUEST)
  await chooses(page, '不想要了')
  await before(asksForAll)
  await sends(page)
  await page.findByText('这笔订单现在没有可申请的商品')
  expect(phone.toasts).toEqual(['超出了还能申请的数量或金额，可能已经申请过，请核对后再提交'])
  expect(shop.requestsTo('requestAfterSale')).toHaveLength(1)
  await tap(page.getByRole(...button('查看我的售后')))
  await (await arriveAt('/trade/after-sales/index')).findByText('等店家处理')
})

test('an answer that comes after the page was left changes nothing', async () => {
  const { shop, phone, before, openPage, arriveAt, current, goBack } = await withMugs()
  const order = await openPage('/trade/order/index?id=order-1')
  await tap(await order.findByRole(...button(/^申请售后/)))
  const page = await arriveAt('/trade/after-sale-request/index')
  await chooses(page, '不想要了')
  const release = shop.hold('requestAfterSale')
  await sends(page)
  await waitFor(() => expect(shop.requestsTo('requestAfterSale')).toHaveLength(1))
  goBack()
  expect(current()).toBe(order)
  release()
  // The order's page learns of it by being read again, and nobody is taken anywhere.
  await order.findByRole(...button('仅退款 等店家处理'))
  expect(current()).toBe(order)
  expect(phone.toasts).toEqual([])
  expect((await before(all)).items).toHaveLength(1)
})

test('of several lines the one that is meant is chosen already', async () => {
  const { shop, before, openPage, arriveAt } = await shopWith({ cart: { 'mug-sand': 3, 'kettle-black': 1 } })
  await before(orderOfCart())
  shop.pay('order-1')
  const order = await openPage('/trade/order/index?id=order-1')
  await tap(await order.findByRole(...button('申请售后 铸铁茶壶')))
  const page = await arriveAt('/trade/after-sale-request/index')
  await page.findByText('最多可退 ¥680.00')
  expect(page.getByRole('checkbox', { name: /马克杯/ }).getAttribute('aria-checked')).toBe('false')
  // With both of them nothing is left of the order.
  await tap(page.getByRole('checkbox', { name: /马克杯/ }))
  await page.findByText('最多可退 ¥1,064.00')
})

test('left by mistake, what was written is there when one comes back; sent, it is gone', async () => {
  const { shop, phone, openPage, arriveAt, goBack } = await withMugs({ sent: true })
  phone.showActionSheet = choosing('申请售后')
  const order = await openPage('/trade/order/index?id=order-1')
  const ask = await order.findByRole(...button(/^更多/))
  await tap(ask)
  const page = await arriveAt('/trade/after-sale-request/index')
  await chooses(page, '少件')
  await type(page.getByLabelText('补充说明'), '少了一只')
  await page.findByText('4/500')
  goBack()
  await tap(ask)
  const again = await arriveAt('/trade/after-sale-request/index')
  await again.findByText('4/500')
  again.getByRole(...button('申请原因 少件'))
  await tap(again.getByRole(...button('减少数量')))
  await sends(again)
  await arriveAt('/trade/after-sale/index')
  expect(shop.requestsTo('requestAfterSale')[0]?.body).toMatchObject({ words: '少了一只', reason: 'missing' })
  await (await openPage(REQUEST)).findByText('0/500')
})

test('somebody else’s order is not found', async () => {
  const { openPage } = await shopWith()
  await (await openPage(REQUEST)).findByText('没有找到这笔订单')
})

test('a form that could not be had can be had by 重试', async () => {
  const { shop, openPage } = await withMugs()
  shop.fail('getAfterSaleOptions', { code: 'commerce_unavailable', times: 9 })
  const page = await openPage(REQUEST)
  await page.findByText('店铺暂时没有响应，请稍后重试')
  shop.mend()
  await tap(page.getByRole(...button('重试')))
  await page.findByText('仅退款')
})

test('on an English phone it is in English', async () => {
  const { openPage } = await withMugs({ language: 'en', sent: true })
  const page = await openPage(REQUEST)
  await page.findByRole(...radio(/^Return and refund/))
  page.getByText('¥384.00 at most')
  page.getByRole(...button('Send'))
})

const all = (shopper: ApiClient) => shopper.afterSales.list()
const asksForAll = (shopper: ApiClient) =>
  shopper.afterSales.request(
    'order-1',
    {
      kind: 'refund',
      lines: [{ skuId: 'mug-sand', quantity: 3 }],
      amount: null,
      reason: 'changed_mind',
      words: '',
      uploadIds: [],
    },
    { idempotencyKey: newIdempotencyKey() },
  )
