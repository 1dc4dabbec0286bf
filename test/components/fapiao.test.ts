import type { ApiClient } from '@xiaopu/api-client'
import type { FapiaoTitleToSave } from '@xiaopu/contract'
import { denied, failed, inTurn, ok, shopWith, tap, type, waitFor, within } from './harness'
import { CHOSEN_TITLE } from './harness/phone/belongings'
import { orderOf } from './harness/purchase'

const button = (name: string | RegExp) => ['button', { name }] as const
const LIST = '/trade/fapiao-titles/index'
const FORM = '/trade/fapiao-title/index'
const WRONG = '税号不对，请核对 18 位统一社会信用代码（旧税号 15 或 20 位）'
const LIN: FapiaoTitleToSave = { kind: 'personal', title: '林小满', email: 'lin@example.com', isDefault: false }
const SHIWU: FapiaoTitleToSave = {
  ...{ kind: 'company', title: '拾物商贸有限公司', taxNumber: '91350100M000100Y43', isDefault: true },
  ...{ companyAddress: null, phone: null, bankName: null, bankAccount: null },
}
const keeps =
  (...titles: FapiaoTitleToSave[]) =>
  async (shopper: ApiClient) => {
    for (const title of titles) await shopper.fapiao.save(title)
  }

test('from 我的 to a first title: a wrong tax number is said, the right one is kept', async () => {
  const { shop, phone, openPage, arriveAt } = await shopWith()
  const profile = await openPage('/pages/profile/index')
  await tap(await profile.findByRole(...button('发票抬头')))
  const list = await arriveAt(LIST)
  await list.findByText('还没有发票抬头')
  await tap(list.getByRole(...button('新建抬头')))
  const form = await arriveAt(FORM)
  expect(phone.title).toBe('新建抬头')
  await type(await form.findByLabelText('单位名称'), '拾物商贸有限公司')
  await type(form.getByLabelText('税号'), '91350100M000100Y44')
  await tap(form.getByRole(...button('保存')))
  await form.findByText(WRONG)
  expect(shop.requestsTo('saveFapiaoTitle')).toEqual([])
  await type(form.getByLabelText(/^税号/), '91350100m000100y43')
  await waitFor(() => expect(form.queryByText(WRONG)).toBeNull())
  await tap(form.getByRole(...button('保存')))
  const again = await arriveAt(LIST)
  await again.findByRole(...button('拾物商贸有限公司 单位 91350100M000100Y43 默认'))
})

test('WeChat’s titles: refused they lead to the settings, failed it is said, and one is put in', async () => {
  const { phone, openPage } = await shopWith()
  phone.chooseInvoiceTitle = inTurn(denied(), failed('system error'), ok(CHOSEN_TITLE))
  const list = await openPage(LIST)
  const fromWechat = async () => tap(await list.findByRole(...button('从微信导入')))
  await fromWechat()
  await waitFor(() => expect(phone.callsOf('openSetting')).toHaveLength(1))
  await fromWechat()
  await waitFor(() => expect(phone.toasts).toEqual(['没有打开微信发票抬头，请重试']))
  await fromWechat()
  await list.findByText('拾光文化（上海）有限公司')
})

test('another default, and one less', async () => {
  const { before, openPage } = await shopWith()
  await before(keeps(SHIWU, LIN))
  const list = await openPage(LIST)
  await tap(await list.findByRole(...button('设为默认 林小满')))
  await list.findByRole(...button('林小满 个人 lin@example.com 默认'))
  await tap(await list.findByRole(...button('删除 拾物商贸有限公司')))
  await waitFor(() => expect(list.queryByText('拾物商贸有限公司')).toBeNull())
})

test('at checkout the default title is in the sheet, and asked for only once it is done', async () => {
  const { shop, phone, before, openPage, arriveAt } = await shopWith({ cart: { 'mug-sand': 1 } })
  phone.storage.set('address', {
    ...{ name: '王小明', phone: '13800138000', province: '上海市', city: '上海市', district: '徐汇区' },
    ...{ detail: '武康路 99 号', postalCode: null, nationalCode: '310104' },
  })
  await before(keeps(SHIWU, LIN))
  const page = await openPage('/trade/checkout/index')
  await tap(await page.findByRole(...button('发票 不开发票')))
  const sheet = within(await page.findByRole('dialog', { name: '发票' }))
  const saved = await sheet.findByRole('radio', { name: '拾物商贸有限公司 91350100M000100Y43' })
  expect(saved.getAttribute('aria-checked')).toBe('true')
  expect(sheet.queryByLabelText('税号')).toBeNull()
  page.getByRole(...button('发票 不开发票'))
  await tap(sheet.getByRole(...button('个人')))
  await tap(await sheet.findByRole('radio', { name: '林小满 lin@example.com' }))
  await tap(sheet.getByRole(...button('完成')))
  await page.findByRole(...button('发票 个人 · 林小满'))
  await waitFor(() => expect(page.getByRole(...button('提交订单')).getAttribute('aria-disabled')).toBeNull())
  await tap(page.getByRole(...button('提交订单')))
  await arriveAt('/trade/result/index')
  expect(shop.orders()[0]?.fapiao).toMatchObject({ kind: 'personal', title: '林小满', email: 'lin@example.com' })
})

test('a new title is written in the sheet, and kept where that is asked', async () => {
  const { before, openPage } = await shopWith({ cart: { 'mug-sand': 1 } })
  await before(keeps(SHIWU))
  const page = await openPage('/trade/checkout/index')
  await tap(await page.findByRole(...button('发票 不开发票')))
  const sheet = within(await page.findByRole('dialog', { name: '发票' }))
  await tap(await sheet.findByRole('radio', { name: '使用新抬头' }))
  await tap(await sheet.findByRole(...button('个人')))
  await type(await sheet.findByLabelText('姓名'), '林小满')
  await tap(sheet.getByRole('switch', { name: '保存为常用抬头' }))
  await tap(sheet.getByRole(...button('完成')))
  await page.findByRole(...button('发票 个人 · 林小满'))
  await waitFor(async () =>
    expect(await before((shopper) => shopper.fapiao.titles())).toMatchObject([
      { title: '拾物商贸有限公司', isDefault: true },
      { title: '林小满', isDefault: false },
    ]),
  )
})

describe('the fapiao of an order', () => {
  async function paid() {
    const visit = await shopWith()
    const order = await visit.before(orderOf('mug-sand'))
    visit.shop.pay(order.id)
    return { ...visit, order, open: () => visit.openPage(`/trade/fapiao/index?order=${order.id}`) }
  }

  test('is asked for later, with a kept title', async () => {
    const { shop, before, open } = await paid()
    await before(keeps(SHIWU))
    const page = await open()
    await page.findByText('还没有申请发票')
    await tap(page.getByRole(...button('申请发票')))
    const sheet = within(await page.findByRole('dialog', { name: '发票' }))
    await sheet.findByRole('radio', { name: '拾物商贸有限公司 91350100M000100Y43' })
    expect(sheet.queryByRole(...button('不开发票'))).toBeNull()
    await tap(sheet.getByRole(...button('申请发票')))
    await page.findByText('已申请，等待店家开具')
    expect(shop.requestsTo('requestFapiao').map(({ body }) => body)).toMatchObject([
      { taxNumber: '91350100M000100Y43' },
    ])
  })

  test('that could not be asked for stays in the sheet as it was typed', async () => {
    const { shop, phone, open } = await paid()
    const page = await open()
    await tap(await page.findByRole(...button('申请发票')))
    const sheet = within(await page.findByRole('dialog', { name: '发票' }))
    await type(await sheet.findByLabelText('姓名'), '林小满')
    shop.fail('requestFapiao', { network: true, times: 9 })
    await tap(sheet.getByRole(...button('申请发票')))
    await waitFor(() => expect(phone.toasts).toEqual(['网络连接不上，请检查后重试']))
    expect(sheet.getByLabelText('姓名').getAttribute('value')).toBe('林小满')
    shop.mend()
    await tap(sheet.getByRole(...button('申请发票')))
    await page.findByText('已申请，等待店家开具')
  })

  test('that was refused says why, and is put right and asked for again', async () => {
    const { shop, before, order, open } = await paid()
    const { isDefault: _, ...shiwu } = SHIWU
    await before((shopper) => shopper.orders.requestFapiao(order.id, shiwu))
    shop.refuseFapiao(order.id, '税号与抬头不一致')
    const page = await open()
    await page.findByText('税号与抬头不一致')
    await tap(page.getByRole(...button('重新申请')))
    const sheet = within(await page.findByRole('dialog', { name: '发票' }))
    await type(await sheet.findByLabelText('税号'), '91310104MA1FR00X1D')
    await tap(sheet.getByRole(...button('申请发票')))
    await page.findByText('已申请，等待店家开具')
    expect(shop.orders()[0]?.fapiao).toMatchObject({ taxNumber: '91310104MA1FR00X1D' })
  })

  test('says that it was mailed once it was, and promises nothing before', async () => {
    const { shop, before, order, open } = await paid()
    const fapiao = { kind: 'personal', title: '林小满', email: 'lin@example.com' } as const
    await before((shopper) => shopper.orders.requestFapiao(order.id, fapiao))
    const link = 'https://tax.example/f/1'
    shop.issueFapiao(order.id, { link, document: false })
    const page = await open()
    await page.findByText('lin@example.com')
    expect(page.queryByText(/发出/)).toBeNull()
    shop.issueFapiao(order.id, { link, document: false, mailed: true })
    page.pullDown()
    await page.findByText(/^已在 \d{4}-\d\d-\d\d \d\d:\d\d 发出$/)
  })

  test('is downloaded and opened; where that fails the link can be copied', async () => {
    const { shop, phone, before, order, open } = await paid()
    await before((shopper) => shopper.orders.requestFapiao(order.id, { kind: 'personal', title: '林小满' }))
    const link = 'https://gateway.test/fapiao/a.pdf'
    shop.issueFapiao(order.id, { link, document: true })
    phone.downloadFile = inTurn(ok({ statusCode: 404, tempFilePath: 'http://tmp/none' }), phone.downloadFile)
    const page = await open()
    await tap(await page.findByRole(...button('打开发票')))
    await waitFor(() => expect(phone.callsOf('setClipboardData')).toEqual([{ data: link }]))
    expect(phone.callsOf('showModal')).toMatchObject([{ title: '发票没有打开', confirmText: '复制链接' }])
    expect(phone.callsOf('openDocument')).toEqual([])
    await tap(await page.findByRole(...button('打开发票')))
    await waitFor(() =>
      expect(phone.callsOf('openDocument')).toMatchObject([{ filePath: 'http://tmp/document.pdf', fileType: 'pdf' }]),
    )
    expect(phone.callsOf('downloadFile').map(({ url }) => url)).toEqual([link, link])
  })
})

test('on an English phone it is in English', async () => {
  const { openPage } = await shopWith({ language: 'en' })
  const list = await openPage(LIST)
  await list.findByText('No titles yet')
})
