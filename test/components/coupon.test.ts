import { shopWith, tap, type, waitFor, within } from './harness'

const CHECKOUT = '/trade/checkout/index'
const button = (name: string | RegExp) => ['button', { name }] as const
/** A phone that knows where its shopper lives. */
const home = {
  name: '王小明',
  phone: '13800138000',
  province: '上海市',
  city: '上海市',
  district: '徐汇区',
  detail: '湖南路街道 武康路 99 号 302 室',
  postalCode: '200031',
  nationalCode: '310104',
}

/** At checkout with a mug for ¥128, the sheet for the code open. */
async function withTheSheet(language?: 'en') {
  const visit = await shopWith({ cart: { 'mug-sand': 1 }, language })
  if (!language) visit.phone.storage.set('address', home)
  const page = await visit.openPage(CHECKOUT)
  await tap(await page.findByRole(...button(language ? 'Coupon Enter a code' : '优惠券 输入券码')))
  const openSheet = async () => within(await page.findByRole('dialog'))
  return {
    ...visit,
    page,
    sheet: await openSheet(),
    /** A sheet that was closed and opened again is another. */
    openSheet,
    async uses(code: string) {
      const sheet = await openSheet()
      await type(sheet.getByLabelText(language ? /^Code/ : /^券码/), code)
      await tap(await sheet.findByRole(...button(language ? 'Use' : '使用')))
    },
  }
}

test('a code takes something off: said in the row and in the amounts, and kept in the order', async () => {
  const { shop, page, uses, arriveAt } = await withTheSheet()
  await uses('fresh10')
  await page.findByRole(...button('优惠券 -¥12.80 新客九折'))
  page.getByText('优惠券 · 新客九折')
  expect(page.getAllByLabelText('¥127.20')).toHaveLength(2)
  await waitFor(() => expect(page.queryByRole('dialog')).toBeNull())
  await tap(page.getByRole(...button('提交订单')))
  await arriveAt('/trade/result/index')
  expect(shop.orders()).toMatchObject([{ coupon: { code: 'FRESH10', discount: 12_80 }, amounts: { total: 127_20 } }])
})

test('a coupon is not kept on the phone: the next checkout begins without it', async () => {
  const { phone, page, uses, arriveAt, openPage } = await withTheSheet()
  await uses('fresh10')
  await page.findByRole(...button('优惠券 -¥12.80 新客九折'))
  await tap(page.getByRole(...button('提交订单')))
  await arriveAt('/trade/result/index')
  expect(JSON.stringify([...phone.storage])).not.toMatch(/fresh10/i)
  const next = await openPage(`${CHECKOUT}?sku=kettle-black&quantity=1`)
  await next.findByText('铸铁茶壶')
  expect(next.text()).not.toContain('新客九折')
})

test('a code that does not count says why, and the order goes without it', async () => {
  const { shop, page, sheet, uses, arriveAt } = await withTheSheet()
  await uses('满500减50')
  await sheet.findByText('再买 ¥372 可用')
  await uses('WHATEVER')
  await sheet.findByText('没有这个券码，请核对后再试')
  await tap(sheet.getByRole(...button('关闭')))
  await page.findByRole(...button('优惠券 WHATEVER 没有这个券码，请核对后再试'))
  await tap(page.getByRole(...button('提交订单')))
  await arriveAt('/trade/result/index')
  expect(shop.orders()).toMatchObject([{ coupon: null, amounts: { discount: 0 } }])
})

test('a code is taken off again by its tick', async () => {
  const { page, uses } = await withTheSheet()
  await uses('FRESH10')
  await waitFor(() => expect(page.queryByRole('dialog')).toBeNull())
  await tap(await page.findByRole(...button('优惠券 -¥12.80 新客九折')))
  const sheet = within(await page.findByRole('dialog'))
  sheet.getByText('已选 1 张，减 ¥12.8')
  await tap(sheet.getByRole('checkbox', { name: /^新客九折 -¥12\.8 FRESH10/ }))
  await page.findByRole(...button('优惠券 输入券码'))
  expect(page.getAllByLabelText('¥140.00')).toHaveLength(2)
})

test('a shop that does not answer leaves code and amounts as they were', async () => {
  const { shop, page, sheet, uses } = await withTheSheet()
  shop.fail('quote', { code: 'commerce_unavailable', times: 9 })
  await uses('FRESH10')
  await sheet.findByText('店铺暂时没有响应，请稍后重试')
  expect(sheet.getByLabelText(/^券码/).getAttribute('value')).toBe('FRESH10')
  expect(page.getAllByLabelText('¥140.00')).toHaveLength(2)
})

test('a coupon that ran out before 提交订单 is said, with the new amount', async () => {
  const { shop, page, uses } = await withTheSheet()
  await uses('FRESH10')
  await waitFor(() => expect(page.queryByRole('dialog')).toBeNull())
  shop.endCoupon('FRESH10')
  await tap(page.getByRole(...button('提交订单')))
  await page.findByText('优惠券刚刚失效了，金额已更新，请确认后再提交')
  page.getByRole(...button('优惠券 FRESH10 这张优惠券已经过期'))
  expect(page.getAllByLabelText('¥140.00')).toHaveLength(2)
  expect(shop.orders()).toEqual([])
})

test('a second code joins the first; one that cannot says why, and takes their place only when told to', async () => {
  const { shop, page, openSheet, uses, arriveAt } = await withTheSheet()
  await uses('more20')
  const first = await page.findByRole(...button('优惠券 -¥20.00 满 100 减 20'))
  await waitFor(() => expect(page.queryByRole('dialog')).toBeNull())
  await tap(first)
  await uses('fresh10')
  const second = await openSheet()
  await second.findByText('不可与已选的优惠券同用')
  second.getByText('已选 1 张，减 ¥20')
  second.getByRole(...button('换用'))
  await uses('plus5')
  const both = await page.findByRole(...button('优惠券 -¥26.40 已选 2 张'))
  page.getByText('优惠券 · 会员 95 折')
  page.getByText('优惠券 · 满 100 减 20')
  await waitFor(() => expect(page.queryByRole('dialog')).toBeNull())
  await tap(both)
  await uses('fresh10')
  await tap(await (await openSheet()).findByRole(...button('换用')))
  await page.findByRole(...button('优惠券 -¥12.80 新客九折'))
  await waitFor(() => expect(page.queryByRole('dialog')).toBeNull())
  await tap(page.getByRole(...button('提交订单')))
  await arriveAt('/trade/result/index')
  expect(shop.orders()).toMatchObject([{ coupons: [{ code: 'FRESH10' }] }])
})

test('on an English phone it is in English', async () => {
  const { page, sheet, uses } = await withTheSheet('en')
  await uses('SPRING24')
  await sheet.findByText('This coupon has expired')
  expect(page.text()).not.toMatch(/\p{Script=Han}/u)
})
