import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { createShop, handlers } from '@xiaopu/api-client/testing'
import type { Category } from '@xiaopu/contract'
import { setupServer } from 'msw/node'
import { placeOf } from '../category-path'
import { CategoryShelf } from './CategoryShelf'

const ORIGIN = 'https://api.shiwu.example'
const shop = createShop()
const server = setupServer(...handlers(shop, ORIGIN))
beforeAll(() => server.listen())
afterAll(() => server.close())
beforeEach(() => shop.mend())
afterEach(() => expect(shop.faults).toEqual([]))

const leaf = (id: string, name: string) => ({ id, name, picture: null, productCount: 2 })
const categories: Category[] = [
  { ...leaf('living', '居家'), children: [leaf('kitchen', '厨房'), leaf('lighting', '灯光')] },
  { ...leaf('clothing', '衣着'), children: [leaf('tops', '上衣')] },
  { ...leaf('garden', '园艺'), children: [leaf('seeds', '种子')] },
]
function show(id: string) {
  const onChoose = jest.fn()
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const shelf = (chosen: string) => (
    <QueryClientProvider client={client}>
      <CategoryShelf place={placeOf(categories, chosen)!} onChoose={onChoose} />
    </QueryClientProvider>
  )
  const drawn = render(shelf(id))
  return { onChoose, choose: (next: string) => drawn.rerender(shelf(next)) }
}

test('a failed shelf says so, and another try fills it', async () => {
  shop.fail('listProducts', { code: 'commerce_unavailable', times: 3 })
  show('kitchen')
  fireEvent.click(await screen.findByRole('button', { name: '重试' }))
  expect(await screen.findByText('手工粗陶马克杯')).toBeTruthy()
}, 10_000)

test('another category takes the place of the one before, head and goods', async () => {
  const { choose } = show('living')
  expect(await screen.findByText('手工粗陶马克杯')).toBeTruthy()
  choose('clothing')
  expect(await screen.findByText('水洗棉圆领 T 恤')).toBeTruthy()
  expect(screen.queryByText('居家')).toBeNull()
  expect(screen.queryByText('手工粗陶马克杯')).toBeNull()
  choose('tops')
  await waitFor(() => expect(screen.getAllByRole('tablist')).toHaveLength(1))
})

test('the second level is offered with all of the first before it', () => {
  const { onChoose } = show('lighting')
  expect(screen.getByRole('tab', { name: '灯光' }).getAttribute('aria-selected')).toBe('true')
  fireEvent.click(screen.getByRole('tab', { name: '全部' }))
  fireEvent.click(screen.getByRole('tab', { name: '厨房' }))
  expect(onChoose.mock.calls).toEqual([[null], ['kitchen']])
})

test('a second level that has gone since leads to all of the first', async () => {
  const { onChoose } = show('seeds')
  fireEvent.click(await screen.findByRole('button', { name: '看看园艺的全部' }))
  expect(onChoose.mock.calls).toEqual([[null]])
})
