import Taro from '@tarojs/taro'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Picture, Review, ReviewPage } from '@xiaopu/contract'
import { api } from '../../api/client'
import { setLocale } from '../../i18n'
import { openShop, renderInApp } from '../../testing/open-shop'
import { phone } from '../../testing/taro'
import ReviewsPage from './index'

const opened = openShop()
afterEach(() => {
  jest.restoreAllMocks()
  act(() => setLocale('zh-CN'))
})

function openReviews(id?: string) {
  phone.openedWith(id ? { id } : {})
  renderInApp(<ReviewsPage />)
}

test('reviews that could not be had can be had by 重试', async () => {
  opened.shop.fail('listReviews', { code: 'internal' })
  openReviews('mug')
  await screen.findByText('服务出了点问题，请稍后重试')
  fireEvent.click(screen.getByRole('button', { name: '重试' }))
  expect(await screen.findByText('阿禾')).toBeTruthy()
})

test.each([['long-ago'], ['%%%'], [undefined]])(
  'of a product that is gone (%p) it leads back to the shop',
  async (id) => {
    openReviews(id)
    await screen.findByText('这件商品找不到了')
    fireEvent.click(screen.getByRole('button', { name: '回到首页' }))
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
  },
)

test('nobody has spoken yet: it says so, and leads to the product', async () => {
  openReviews('desk')
  await screen.findByText('还没有评价')
  fireEvent.click(screen.getByRole('button', { name: '看看商品' }))
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/goods/product/index?id=desk' })
})

test('the page has its shape before it has its reviews', async () => {
  const release = opened.shop.hold('listReviews')
  openReviews('mug')
  expect(screen.getByLabelText('加载中')).toBeTruthy()
  release()
  expect(await screen.findByText('阿禾')).toBeTruthy()
  expect(screen.queryByLabelText('加载中')).toBeNull()
})

test('it says how good and of how many, who, when, and what the shop answered', async () => {
  openReviews('mug')
  expect(await screen.findByText('3 条评价')).toBeTruthy()
  expect(screen.getByRole('img', { name: '3.7 分，满分 5 分' })).toBeTruthy()
  const answered = within(screen.getByText('小满').closest<HTMLElement>('.review-item')!)
  expect(answered.getByRole('img', { name: '2 分，满分 5 分' })).toBeTruthy()
  expect(answered.getByText('2025-03-20')).toBeTruthy()
  expect(answered.getByText('商家回复')).toBeTruthy()
  expect(answered.getByText('抱歉，这只没检查到位，已给您补发一只新的。')).toBeTruthy()
  expect(screen.getAllByText('商家回复')).toHaveLength(1)
})

test('who wished to stay anonymous does', async () => {
  openReviews('mug')
  expect(await screen.findByText('匿名用户')).toBeTruthy()
  act(() => setLocale('en'))
  expect(await screen.findByText('Anonymous')).toBeTruthy()
})

const picture = (name: string): Picture => ({
  thumb: `https://shop.example/${name}-240.webp`,
  card: `https://shop.example/${name}-600.webp`,
  full: `https://shop.example/${name}-1200.webp`,
  width: 1200,
  height: 1200,
  tone: '#aabbcc',
  alt: '',
})
const review = (id: string, more: Partial<Review> = {}): Review => ({
  id,
  nickname: id,
  stars: 5,
  text: `${id}说好`,
  options: [],
  tags: [],
  pictures: [],
  createdAt: '2026-03-01T17:30:00.000Z',
  reply: null,
  followUp: null,
  ...more,
})
const pageOf = (items: Review[], nextCursor: string | null): ReviewPage => ({
  items,
  nextCursor,
  total: null,
  summary: { count: 21, average: 4.8 },
  figures: null,
})

test('the next page comes at the end of this one; one that failed is tried again there, and nobody is shown twice', async () => {
  const list = jest.spyOn(api.reviews, 'list')
  list.mockResolvedValueOnce(pageOf([review('甲'), review('乙')], 'more'))
  openReviews('mug')
  await screen.findByText('乙说好')
  list.mockRejectedValueOnce(new Error('gone'))
  act(() => phone.scrollToBottom())
  const again = await screen.findByRole('button', { name: '加载失败，点这里重试' })
  list.mockResolvedValueOnce(pageOf([review('乙'), review('丙')], null))
  fireEvent.click(again)
  await screen.findByText('丙说好')
  expect(screen.getAllByText('乙说好')).toHaveLength(1)
  expect(screen.getByText('已经到底了')).toBeTruthy()
  expect(list.mock.calls.map(([, query]) => query?.cursor)).toEqual([undefined, 'more', 'more'])
})

test("a buyer's photographs are shown whole from the one that was tapped; what was bought is told; the day is the shop's", async () => {
  const one = review('甲', { pictures: [picture('a'), picture('b')], options: ['墨绿', 'M'] })
  jest.spyOn(api.reviews, 'list').mockResolvedValueOnce(pageOf([one], null))
  openReviews('tee')
  fireEvent.click(await screen.findByRole('button', { name: '评价图片第 2 张，共 2 张，点按放大' }))
  const urls = ['https://shop.example/a-1200.webp', 'https://shop.example/b-1200.webp']
  expect(Taro.previewImage).toHaveBeenCalledWith({ urls, current: urls[1] })
  expect(screen.getByText('已购 墨绿 · M')).toBeTruthy()
  expect(screen.getByText('2026-03-02')).toBeTruthy()
})

test('a tap on a word or on 追评 narrows the list, once more shows all; the sum stays that of all', async () => {
  openReviews('mug')
  await screen.findByText('好看，容量小了点。')
  expect(screen.getByText('好评率 67%')).toBeTruthy()
  expect(screen.getByText('30 天后追评')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '差评 1' }))
  await waitFor(() => expect(screen.queryByText('好看，容量小了点。')).toBeNull())
  await screen.findByText('杯底有一小块没上釉，放桌上会划。')
  expect(screen.getByText('3 条评价')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '好看 2' }))
  await screen.findByText('釉色比照片温润，握着刚好一掌。')
  expect(screen.queryByText('杯底有一小块没上釉，放桌上会划。')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '好看 2' }))
  await screen.findByText('杯底有一小块没上釉，放桌上会划。')
})

test('where the shop keeps stars and words only there is nothing to narrow by', async () => {
  jest.spyOn(api.reviews, 'list').mockResolvedValueOnce(pageOf([review('甲')], null))
  openReviews('mug')
  await screen.findByText('甲说好')
  expect(screen.queryByRole('button', { name: /好评|有图/ })).toBeNull()
})
