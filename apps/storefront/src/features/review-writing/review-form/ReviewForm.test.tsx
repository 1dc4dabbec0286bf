import Taro from '@tarojs/taro'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Order, WriteReview } from '@xiaopu/contract'
import { api } from '../../../api/client'
import { address } from '../../../testing/address'
import { openShop, renderInApp } from '../../../testing/open-shop'
import { remembered } from '../../../wechat'
import { ReviewForm } from './ReviewForm'

const opened = openShop()
const MUG = '手工粗陶马克杯'
const KETTLE = '铸铁茶壶'

let orders = 0
async function sent(...skuIds: string[]): Promise<Order> {
  for (const skuId of skuIds) await api.cart.add({ skuId, quantity: 1 })
  const source = { kind: 'cart' } as const
  const { id: quoteId } = await api.checkout.quote({ source, address })
  const idempotencyKey = `reviewed-${++orders}`
  const { id } = await api.orders.place({ quoteId, source, address, fapiao: null, remark: '' }, { idempotencyKey })
  opened.shop.pay(id)
  opened.shop.ship(id)
  return api.orders.get(id)
}
const open = (order: Order) => renderInApp(<ReviewForm order={order} extras onOrder={jest.fn()} onHome={jest.fn()} />)

const rate = (name: string, stars: string) =>
  fireEvent.click(
    within(screen.getByRole('radiogroup', { name: `给“${name}”打分` })).getByRole('radio', { name: stars }),
  )
const field = (name: string) => screen.getByLabelText(new RegExp(`^对“${name}”的评价`)) as HTMLTextAreaElement
const write = (name: string, text: string) => fireEvent.change(field(name), { target: { value: text } })
const send = () => act(async () => void fireEvent.click(screen.getByRole('button', { name: '提交评价' })))
const written = () => opened.shop.requestsTo('writeReview').map(({ body }) => body as WriteReview)
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([options]) => options?.title)

test('nothing written is not sent, and said', async () => {
  open(await sent('mug-sand'))
  await send()
  expect([toasts(), written()]).toEqual([['请先评价一件商品'], []])
})

test.each([
  ['4 星', '', '请写几个字'],
  [null, '好看', '请打几颗星'],
])('what is missing is said at its product and goes nowhere', async (stars, text, problem) => {
  open(await sent('mug-sand'))
  if (stars) rate(MUG, stars)
  write(MUG, text)
  await send()
  screen.getByText(problem)
  expect(written()).toEqual([])
})

test('without being asked a review is anonymous; sent, it says that the shop looks at it first', async () => {
  open(await sent('mug-sand', 'kettle-black'))
  rate(MUG, '4 星')
  write(MUG, ' 釉色温润 ')
  await send()
  await screen.findByText('已提交，店家看过后展示')
  expect(written()).toEqual([{ productId: 'mug', stars: 4, text: '釉色温润', nickname: null, tags: [], pictures: [] }])
  // The other product can still be written about.
  field(KETTLE)
})

test('with a name it takes a name', async () => {
  open(await sent('mug-sand'))
  rate(MUG, '5 星')
  write(MUG, '好')
  fireEvent.click(screen.getByRole('switch', { name: '匿名评价' }))
  await send()
  screen.getByText('请填写昵称，或选择匿名评价')
  fireEvent.change(screen.getByLabelText(/^昵称/), { target: { value: '阿禾' } })
  await send()
  await screen.findByText('谢谢你的评价')
  expect(written()).toMatchObject([{ nickname: '阿禾' }])
})

test('without a connection the words stay, and the next try sends them', async () => {
  open(await sent('mug-sand'))
  rate(MUG, '4 星')
  write(MUG, '釉色温润')
  opened.shop.fail('writeReview', { network: true, times: 9 })
  await send()
  await waitFor(() => expect(toasts()).toEqual(['网络连接不上，请检查后重试']))
  expect(field(MUG).value).toBe('釉色温润')
  opened.shop.mend()
  await send()
  await screen.findByText('谢谢你的评价')
})

test('a review whose answer was lost is there, and not written twice', async () => {
  open(await sent('mug-sand', 'kettle-black'))
  rate(MUG, '4 星')
  write(MUG, '釉色温润')
  opened.shop.fail('writeReview', { network: true, afterwards: true })
  await send()
  await waitFor(() => expect(toasts()).toHaveLength(1))
  await send()
  await screen.findByText('这件商品已经评价过了')
})

test('an order that cannot be reviewed any more says so, and the words stay', async () => {
  open(await sent('mug-sand'))
  rate(MUG, '4 星')
  write(MUG, '釉色温润')
  opened.shop.fail('writeReview', { code: 'order_not_reviewable' })
  await send()
  await waitFor(() => expect(toasts()).toEqual(['这笔订单现在不能评价，收到商品后再来']))
  expect(field(MUG).value).toBe('釉色温润')
})

test('left by mistake, it is as it was when one comes back; WeChat asks before the back arrow', async () => {
  const order = await sent('mug-sand')
  const page = open(order)
  expect(Taro.enableAlertBeforeUnload).not.toHaveBeenCalled()
  rate(MUG, '2 星')
  write(MUG, '杯底有一处没上釉')
  expect(Taro.enableAlertBeforeUnload).toHaveBeenCalledWith({ message: '评价还没有提交，确定离开吗？' })
  page.unmount()
  open(order)
  expect(field(MUG).value).toBe('杯底有一处没上釉')
  expect(screen.getByRole('radio', { name: '2 星' }).getAttribute('aria-checked')).toBe('true')
})

test('once sent nothing is kept on the phone, and nobody is asked before leaving', async () => {
  const page = open(await sent('mug-sand'))
  rate(MUG, '4 星')
  write(MUG, '釉色温润')
  await send()
  await screen.findByText('谢谢你的评价')
  page.unmount()
  expect(remembered('review-draft')).toBeUndefined()
  expect(jest.mocked(Taro.disableAlertBeforeUnload)).toHaveBeenCalled()
})

test('the counter counts what is written', async () => {
  open(await sent('mug-sand'))
  write(MUG, '釉色温润')
  screen.getByText('4/1000')
})

test('words are ticked and pictures go with it; where the shop keeps neither, neither is asked for', async () => {
  const order = await sent('mug-sand', 'kettle-black')
  const { unmount } = open(order)
  rate(MUG, '5 星')
  fireEvent.click(screen.getByRole('button', { name: '好看' }))
  fireEvent.click(screen.getByRole('button', { name: '好用' }))
  fireEvent.click(screen.getByRole('button', { name: '好用' }))
  write(MUG, '釉色温润')
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: /“手工粗陶马克杯”的图片 添加图片/ })))
  await screen.findByRole('button', { name: '第 1 张图片，点按放大' })
  await send()
  await screen.findByText('已提交，店家看过后展示')
  expect(written()).toMatchObject([{ tags: ['looks_good'], pictures: ['upload-1'] }])
  unmount()
  renderInApp(<ReviewForm order={order} extras={false} onOrder={jest.fn()} onHome={jest.fn()} />)
  rate(KETTLE, '5 星')
  expect(screen.queryByRole('button', { name: /好看|添加图片/ })).toBeNull()
})

test('a picture that is still on its way, or was not sent, is waited for', async () => {
  open(await sent('mug-sand'))
  rate(MUG, '5 星')
  write(MUG, '好')
  const release = opened.shop.hold('uploadPicture')
  opened.shop.fail('uploadPicture', { code: 'overloaded' })
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: /添加图片/ })))
  await send()
  expect(toasts()).toEqual(['图片还在上传，请稍等'])
  await act(async () => release())
  await screen.findByRole('button', { name: '第 1 张图片没有传上去，点按重传' })
  await send()
  expect(toasts().at(-1)).toBe('有图片没有传上去，请重传或移除')
  expect(written()).toEqual([])
})

test('who wants to be named is offered the name they have here', async () => {
  await api.me.change({ nickname: '林小满' })
  open(await sent('mug-sand'))
  await waitFor(() => expect(opened.shop.requestsTo('getMe')).toHaveLength(1))
  const anonymous = screen.getByRole('switch', { name: /匿名/ })
  // The name may still be on its way.
  await waitFor(() => {
    fireEvent.click(anonymous)
    if (!screen.queryByDisplayValue('林小满')) fireEvent.click(anonymous)
    expect(screen.getByDisplayValue('林小满')).toBeTruthy()
  })
})
