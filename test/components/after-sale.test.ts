import type { ApiClient } from '@xiaopu/api-client'
import { newIdempotencyKey } from '@xiaopu/api-client'
import type { AfterSaleKind, AfterSaleRequest } from '@xiaopu/contract'
import { choosing, denied, ok, orderOf, type ShopOverrides, shopWith, tap, type, waitFor } from './harness'

const AFTER_SALE = '/trade/after-sale/index?id=after-sale-1'
const button = (name: string | RegExp) => ['button', { name }] as const
const yes = ok({ confirm: true, cancel: false })
const RETURN_TO = '拾物仓库 上海市徐汇区武康路 1 号 021-55550123'

/** One mug that came, and was asked back. */
async function asked(kind: AfterSaleKind, { at, ...overrides }: ShopOverrides = {}) {
  const visit = await shopWith({ at, ...overrides })
  await visit.before(orderOf('mug-sand'))
  visit.shop.pay('order-1')
  visit.shop.ship('order-1')
  await visit.before(asks(kind))
  return visit
}
const asks = (kind: AfterSaleKind) => (shopper: ApiClient) => {
  const request: AfterSaleRequest = {
    kind,
    lines: [{ skuId: 'mug-sand', quantity: 1 }],
    amount: null,
    reason: 'damaged',
    words: '杯口有一道裂',
    uploadIds: [],
  }
  return shopper.afterSales.request('order-1', request, { idempotencyKey: newIdempotencyKey() })
}
const mine = (shopper: ApiClient) => shopper.afterSales.get('after-sale-1')

test('a return is walked from the answer to the money, with the waybill read off the label', async () => {
  const { shop, phone, before, openPage } = await asked('return', { at: '2026-05-05T04:00:00Z' })
  const page = await openPage(AFTER_SALE)
  await page.findByText('等店家处理')
  page.getByText('杯口有一道裂')
  shop.answerAfterSale('after-sale-1', { approve: true, words: '抱歉，请寄回来' })
  page.pullDown()
  await page.findByText('抱歉，请寄回来')
  page.getByText(/^请在 2026-05-12 12:0\d 前寄回/)
  page.getByText(RETURN_TO)
  await tap(page.getByRole(...button('复制寄回地址')))
  await waitFor(() => expect(phone.callsOf('setClipboardData')).toEqual([{ data: RETURN_TO }]))

  phone.scanCode = ok({ result: `MMM={'k1':'021WA','k4':'SF1234567890123'}` })
  await tap(page.getByRole(...button('扫面单')))
  await waitFor(() => expect(page.getByLabelText('运单号').getAttribute('value')).toBe('SF1234567890123'))
  expect(page.getByLabelText('快递公司').getAttribute('value')).toBe('顺丰速运')
  await tap(page.getByRole(...button('提交运单')), 2)
  await page.findByText('寄回途中')
  page.getByText('寄回的运单 · 顺丰速运')
  expect(shop.requestsTo('giveReturnWaybill').map(({ body }) => body)).toEqual([
    { carrier: '顺丰速运', trackingNumber: 'SF1234567890123' },
  ])

  shop.answerAfterSale('after-sale-1', { received: true })
  page.pullDown()
  await page.findByText('退款中')
  shop.answerAfterSale('after-sale-1', { refund: 'done' })
  page.pullDown()
  await page.findByText('已退款')
  page.getByText('退款到账')
  expect(await before(mine)).toMatchObject({ state: 'refunded', open: false })

  const order = await openPage('/trade/order/index?id=order-1')
  await order.findByRole(...button('退货退款 已退款'))
  order.getByLabelText('-¥128.00')
})

test('a waybill that is wrong can be corrected while it travels', async () => {
  const { shop, before, openPage } = await asked('return')
  shop.answerAfterSale('after-sale-1', { approve: true })
  await before((shopper) =>
    shopper.afterSales.sendBack('after-sale-1', { carrier: '申通', trackingNumber: '77000001' }),
  )
  const page = await openPage(AFTER_SALE)
  await tap(await page.findByRole(...button('修改')))
  await type(await page.findByLabelText('运单号'), '77000002')
  await tap(page.getByRole(...button('提交运单')))
  await page.findByText('77000002')
  expect((await before(mine)).waybill).toEqual({ carrier: '申通', trackingNumber: '77000002' })
})

test('a code without a number, a camera that is not allowed and an empty field are said in words', async () => {
  const { shop, phone, openPage } = await asked('return')
  shop.answerAfterSale('after-sale-1', { approve: true })
  const page = await openPage(AFTER_SALE)
  const scan = await page.findByRole(...button('扫面单'))
  phone.scanCode = ok({ result: 'https://carrier.example/' })
  await tap(scan)
  await waitFor(() => expect(phone.toasts).toEqual(['没有认出运单号，请对准面单上的条码，或直接填写']))
  phone.scanCode = denied()
  await tap(scan)
  await waitFor(() => expect(phone.toasts.at(-1)).toBe('请在设置里允许使用相机，或直接填写运单号'))
  await tap(page.getByRole(...button('提交运单')))
  await page.findByText('请填写运单号')
  page.getByText('请填写快递公司')
  expect(shop.requestsTo('giveReturnWaybill')).toEqual([])
})

test('撤销申请 asks first; then it can be asked for anew', async () => {
  const { phone, before, openPage, arriveAt } = await asked('refund')
  phone.showModal = ok({ confirm: false, cancel: true })
  const page = await openPage(AFTER_SALE)
  await tap(await page.findByRole(...button('撤销申请')))
  await waitFor(() => expect(phone.callsOf('showModal')).toMatchObject([{ title: '撤销这次申请？' }]))
  expect(await before(mine)).toMatchObject({ state: 'requested' })
  phone.showModal = yes
  await tap(page.getByRole(...button('撤销申请')))
  await page.findByText('已撤销')
  expect(phone.toasts).toEqual(['已撤销'])
  expect(page.queryByRole(...button('撤销申请'))).toBeNull()
  await tap(page.getByRole(...button(/^查看订单/)))
  const order = await arriveAt('/trade/order/index')
  await order.findByRole(...button('仅退款 已撤销'))
  phone.showActionSheet = choosing('申请售后')
  await tap(await order.findByRole(...button(/^更多/)))
  await arriveAt('/trade/after-sale-request/index')
})

test('what the merchant has answered meanwhile is not withdrawn, and the page learns it', async () => {
  const { shop, phone, openPage } = await asked('refund')
  phone.showModal = yes
  const page = await openPage(AFTER_SALE)
  const withdraw = await page.findByRole(...button('撤销申请'))
  shop.answerAfterSale('after-sale-1', { approve: true, amount: 100_00 })
  await tap(withdraw)
  await page.findByText('退款中')
  expect(phone.toasts).toEqual(['售后进度有变化，请看最新状态'])
  // Less than was asked: both are said.
  page.getByLabelText('¥100.00')
  page.getByLabelText('¥128.00')
})

test('a refusal says why, and leaves the way to ask anew', async () => {
  const { shop, openPage, arriveAt } = await asked('refund')
  shop.answerAfterSale('after-sale-1', { refuse: '照片里看不出裂纹，请补一张' })
  const page = await openPage(AFTER_SALE)
  await page.findByText('照片里看不出裂纹，请补一张')
  page.getByText('有疑问可以联系客服，也可以重新申请')
  page.getByRole(...button('联系客服'))
  await tap(page.getByRole(...button('重新申请')))
  await (await arriveAt('/trade/after-sale-request/index')).findByRole('radio', { name: /^仅退款/ })
})

test('money that WeChat could not pay out is said to be late', async () => {
  const { shop, openPage } = await asked('refund')
  shop.answerAfterSale('after-sale-1', { approve: true })
  shop.answerAfterSale('after-sale-1', { refund: 'delayed' })
  const page = await openPage(AFTER_SALE)
  await page.findByText('退款遇到了问题，店家正在处理，也可以联系客服')
})

test('an exchange ends when the new one has come', async () => {
  const { shop, phone, before, openPage } = await asked('exchange')
  shop.answerAfterSale('after-sale-1', { approve: true })
  await before((shopper) =>
    shopper.afterSales.sendBack('after-sale-1', { carrier: '申通', trackingNumber: '77000001' }),
  )
  shop.answerAfterSale('after-sale-1', { received: true })
  shop.answerAfterSale('after-sale-1', { replacement: { carrier: '顺丰速运', trackingNumber: 'SF7000000000000' } })
  phone.showModal = yes
  const page = await openPage(AFTER_SALE)
  await page.findByText('换货的运单 · 顺丰速运')
  await tap(page.getByRole(...button('确认收到')))
  await page.findByText('换货完成了，谢谢你的耐心')
  expect(await before(mine)).toMatchObject({ state: 'completed', open: false })
})

test('one’s own are found from 我的, with how each stands', async () => {
  const { openPage, arriveAt } = await asked('return')
  // Who only looks at 我的 is not signed in; after a first visit to the list they are.
  const list = await openPage('/trade/after-sales/index')
  await list.findByText('退货退款')
  const profile = await openPage('/pages/profile/index')
  await tap(await profile.findByRole(...button('退款/售后 1')))
  const page = await arriveAt('/trade/after-sales/index')
  await tap(await page.findByRole(...button(/^退货退款 等店家处理 订单 \d+$/)))
  await (await arriveAt('/trade/after-sale/index')).findByText('等店家处理')
})

test('on the list of orders one that goes on is said, and leads there', async () => {
  const { openPage, arriveAt } = await asked('return')
  const page = await openPage('/trade/orders/index')
  await tap(await page.findByRole(...button('退货退款 等店家处理')))
  await arriveAt('/trade/after-sale/index')
})

test('none yet is said, with a way to the orders', async () => {
  const { openPage, arriveAt } = await shopWith()
  const page = await openPage('/trade/after-sales/index')
  await page.findByText('没有退款和售后')
  await tap(page.getByRole(...button('查看我的订单')))
  await arriveAt('/trade/orders/index')
})

test('a list that grows says when it could not, and goes on with a tap', async () => {
  const { shop, before, openPage } = await shopWith()
  for (let order = 1; order <= 11; order++) {
    await before(orderOf('mug-sand'))
    shop.pay(`order-${order}`)
    await before((shopper) =>
      shopper.afterSales.request(
        `order-${order}`,
        {
          kind: 'refund',
          lines: [{ skuId: 'mug-sand', quantity: 1 }],
          amount: null,
          reason: 'other',
          words: '',
          uploadIds: [],
        },
        { idempotencyKey: newIdempotencyKey() },
      ),
    )
  }
  const page = await openPage('/trade/after-sales/index')
  await waitFor(() => expect(page.getAllByRole(...button(/^仅退款/))).toHaveLength(10))
  shop.fail('listAfterSales', { code: 'internal', times: 9 })
  page.scrollToEnd()
  const retry = await page.findByRole(...button('加载失败，点这里重试'))
  shop.mend()
  await tap(retry)
  await page.findByText('已经到底了')
  expect(page.getAllByRole(...button(/^仅退款/))).toHaveLength(11)
})

test('somebody else’s is not found', async () => {
  const { openPage, arriveAt } = await shopWith()
  const page = await openPage(AFTER_SALE)
  await page.findByText('没有找到这次售后')
  await tap(page.getByRole(...button('查看我的售后')))
  await arriveAt('/trade/after-sales/index')
})

test('on an English phone it is in English', async () => {
  const { shop, openPage } = await asked('return', { language: 'en' })
  shop.answerAfterSale('after-sale-1', { approve: true })
  const page = await openPage(AFTER_SALE)
  await page.findByText('To send back')
  page.getByRole(...button('Scan label'))
})
