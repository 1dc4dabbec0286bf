import { TestPhone } from './testing/phone'

let phone: TestPhone
beforeAll(async () => {
  phone = await TestPhone.start()
})
afterAll(() => phone?.close())
beforeEach(() => phone.open('?frame=none#/pages/parts/index'))

it('a swiper follows a finger and its dots know', async () => {
  const gallery = phone.top.locator('wx-swiper')
  const box = (await gallery.boundingBox())!
  const { mouse } = phone.page
  await mouse.move(box.x + 300, box.y + 40)
  await mouse.down()
  await mouse.move(box.x + 60, box.y + 42, { steps: 6 })
  await mouse.up()
  await phone.sees('在第 1 张')
})

it('a circular swiper goes round backwards', async () => {
  const box = (await phone.top.locator('wx-swiper').boundingBox())!
  const { mouse } = phone.page
  await mouse.move(box.x + 60, box.y + 40)
  await mouse.down()
  await mouse.move(box.x + 320, box.y + 42, { steps: 6 })
  await mouse.up()
  await phone.sees('在第 2 张')
})

it('a form collects every named field', async () => {
  await phone.top.getByPlaceholder('昵称').fill('小满')
  await phone.top.getByPlaceholder('留言').fill('谢谢')
  await phone.top.getByText('贺卡').tap()
  expect(await phone.top.getByRole('checkbox', { name: '贺卡' }).isChecked()).toBe(true)
  await phone.top.getByRole('radio', { name: '自提' }).tap()
  await phone.top.getByRole('switch', { name: '匿名' }).tap()
  expect(await phone.top.getByRole('switch', { name: '匿名' }).isChecked()).toBe(true)
  await phone.tap('提交')
  await phone.sees('{"name":"小满","note":"谢谢","gifts":["card","bag"],"way":"shop","quiet":true,"stars":3}')
})

it('a picker turns its wheel and answers after 确定', async () => {
  await phone.top.getByText('时段 上午').tap()
  const picker = phone.sheet('选择器')
  await picker.getByRole('listbox').selectOption('晚上')
  await picker.getByRole('button', { name: '确定' }).tap()
  await phone.sees('时段 晚上')
})

it('a date picker gives yyyy-mm-dd', async () => {
  await phone.top.getByText('日期').tap()
  await phone.sheet('选择器').getByLabel('选择').fill('2030-05-06')
  await phone.sheet('选择器').getByRole('button', { name: '确定' }).tap()
  await phone.sees('日期 2030-05-06')
})

it('a scroll-view says when it reaches its end', async () => {
  await phone.top.locator('wx-scroll-view').hover()
  await phone.page.mouse.wheel(0, 2_000)
  await phone.sees('到底 1 次')
})

it('a button that a page calls disabled for a screen reader is so called, and is not greyed as WeChat greys its own', async () => {
  const button = phone.top.getByRole('button', { name: '还不行' })
  expect(await button.isDisabled()).toBe(true)
  const ground = (name: string) =>
    phone.top.getByRole('button', { name }).evaluate(`(one) => getComputedStyle(one).backgroundColor`)
  expect(await ground('还不行')).toBe(await ground('暂停'))
})

it('catchtap keeps a tap from what is around it', async () => {
  await phone.tap('内层')
  await phone.sees('外 0 内 1 长按 0')
})

it('a held finger is a long press and no tap', async () => {
  const box = (await phone.top.getByRole('button', { name: '内层' }).boundingBox())!
  const { mouse } = phone.page
  await mouse.move(box.x + 10, box.y + 10)
  await mouse.down()
  await phone.sees('长按 1')
  await mouse.up()
  await phone.tap('内层')
  await phone.sees('外 0 内 1 长按 1')
})

it('rich text keeps trusted tags and drops the rest', async () => {
  expect(await phone.top.locator('wx-rich-text').innerHTML()).toBe('<p>手工<strong>上釉</strong></p>')
})

it('a component that is not modelled is a box that says so', async () => {
  await phone.sees('<camera> · not modelled by the simulator')
  expect(await phone.hooks((xiaopu) => xiaopu.missing)).toEqual(['<camera>'])
})

it('a navigator opens its page', async () => {
  await phone.top.getByRole('link', { name: '去订单' }).tap()
  await phone.sees(/订单 nav/)
})
