import Taro from '@tarojs/taro'
import { fireEvent, render, screen } from '@testing-library/react'
import type { Product, Sku } from '@xiaopu/contract'
import { SkuSheet, type SkuSheetProps } from './SkuSheet'

const value = (id: string, name: string, colour: string | null = null) => ({ id, name, picture: null, colour })
const sku = (id: string, optionValueIds: string[], price: number, available: number, maxQuantity = available): Sku => ({
  id,
  code: id,
  optionValueIds,
  price,
  compareAt: null,
  stock: { status: available > 0 ? 'in_stock' : 'sold_out', available },
  maxQuantity,
  pickup: null,
  picture: null,
})
const tee: Product = {
  id: 'tee',
  name: '水洗棉圆领 T 恤',
  subtitle: '',
  description: '',
  picture: null,
  video: null,
  pictures: [],
  price: { from: 159_00, to: 169_00, compareAt: null },
  tag: null,
  soldCount: null,
  available: true,
  pickupOnly: false,
  categoryIds: [],
  reviews: { count: 0, average: null },
  shipsWithinHours: null,
  freeShippingFrom: null,
  options: [
    { id: 'colour', name: '颜色', values: [value('cream', '米白'), value('green', '墨绿', '#2f4a3a')] },
    { id: 'size', name: '尺码', values: [value('M', 'M'), value('L', 'L')] },
  ],
  skus: [
    sku('cream-M', ['cream', 'M'], 159_00, 30, 5),
    sku('cream-L', ['cream', 'L'], 159_00, 0),
    sku('green-M', ['green', 'M'], 169_00, 2),
  ],
}
const mug: Product = { ...tee, id: 'mug', name: '马克杯', options: [], skus: [sku('mug', [], 128_00, 50)] }

const sheet = (props: Partial<SkuSheetProps>) => (
  <SkuSheet product={tee} open mode="add" onClose={jest.fn()} onConfirm={jest.fn()} {...props} />
)
function show(props: Partial<SkuSheetProps> = {}) {
  const onConfirm = jest.fn()
  const drawn = render(sheet({ onConfirm, ...props }))
  return { onConfirm, again: (more: Partial<SkuSheetProps>) => drawn.rerender(sheet({ onConfirm, ...props, ...more })) }
}
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const said = () => jest.mocked(Taro.showToast).mock.calls.at(-1)?.[0]?.title

beforeEach(() => jest.mocked(Taro.showToast).mockClear())

test('an unchosen SKU never passes, and what is missing is named', () => {
  const { onConfirm } = show()
  tap('加入购物车')
  expect(said()).toBe('请选择 颜色、尺码')
  tap('墨绿')
  tap('加入购物车')
  expect(said()).toBe('请选择 尺码')
  expect(onConfirm).not.toHaveBeenCalled()
})

test('what is sent is what was chosen last, not what was chosen first', () => {
  const { onConfirm } = show({ mode: 'buy' })
  tap('墨绿')
  tap('M')
  tap('米白')
  tap('立即购买')
  expect(onConfirm.mock.calls).toEqual([['buy', 'cream-M', 1, false]])
})

test('a tap on the chosen value clears it; the sheet goes on', () => {
  const { onConfirm } = show()
  tap('墨绿')
  tap('M')
  tap('墨绿')
  expect(screen.getByText('请选择 颜色')).toBeTruthy()
  tap('加入购物车')
  expect(onConfirm).not.toHaveBeenCalled()
})

test.each([
  ['墨绿', 'L，没有这个组合', '没有“L”的这个组合，换一个看看'],
  ['米白', 'L，已售罄', '“L”已售罄，换一个看看'],
])('with %s chosen a tap on %s says why, and chooses nothing', (colour, size, why) => {
  show()
  tap(colour)
  tap(size)
  expect(said()).toBe(why)
  expect(screen.getByText('请选择 尺码')).toBeTruthy()
})

test('a SKU of the cart that has sold out shows as chosen, can be cleared, and cannot be confirmed', () => {
  const { onConfirm } = show({ mode: 'choose', initialSkuId: 'cream-L' })
  expect(screen.getByText('已选 米白、L')).toBeTruthy()
  expect(screen.getByText('已售罄')).toBeTruthy()
  tap('确定')
  expect(said()).toBe('这一款已售罄，换一款看看')
  expect(onConfirm).not.toHaveBeenCalled()
  tap('L，已售罄')
  expect(screen.getByText('请选择 尺码')).toBeTruthy()
})

test('a colour has its dot beside its name, and is called by the name alone', () => {
  show()
  const dot = screen.getByRole('button', { name: '墨绿' }).querySelector<HTMLElement>('.x-chip__dot')
  expect(dot?.style.backgroundColor).toBe('rgb(47, 74, 58)')
  expect(screen.getByRole('button', { name: 'M' }).querySelector('.x-chip__dot')).toBeNull()
})

test('another SKU for the cart keeps the quantity, which is not asked', () => {
  const { onConfirm } = show({ mode: 'choose', initialSkuId: 'cream-M', initialQuantity: 4 })
  expect(screen.queryByLabelText(/的数量$/)).toBeNull()
  tap('墨绿')
  tap('确定')
  expect(onConfirm.mock.calls).toEqual([['choose', 'green-M', 4, false]])
})

test('the stepper stops at the stock or at the limit of one order, and says which', () => {
  show({ initialSkuId: 'green-M', initialQuantity: 2 })
  expect(screen.getByText('仅剩 2 件')).toBeTruthy()
  tap('增加数量')
  expect(said()).toBe('只剩 2 件了')
  tap('米白')
  for (let more = 0; more < 4; more++) tap('增加数量')
  expect(said()).toBe('每单最多 5 件')
})

test('a quantity that the newly chosen SKU does not have is not sent', () => {
  const { onConfirm } = show({ initialSkuId: 'cream-M', initialQuantity: 5 })
  tap('墨绿')
  tap('加入购物车')
  expect(onConfirm.mock.calls).toEqual([['add', 'green-M', 2, false]])
})

test('where there is nothing to choose, the only SKU is chosen', () => {
  const { onConfirm } = show({ product: mug })
  tap('加入购物车')
  expect(onConfirm.mock.calls).toEqual([['add', 'mug', 1, false]])
})

describe('what only stores have', () => {
  const left = { available: 2, maxQuantity: 2 }
  const there: Product = {
    ...tee,
    skus: tee.skus.map((one) => (one.id === 'cream-L' ? { ...one, pickup: left } : one)),
  }
  const stores = ['武康路店', '深圳湾店', '太古里店']

  test.each([
    ['one', 1, '武康路店有货'],
    ['two', 2, '武康路店、深圳湾店有货'],
    ['more', 3, '武康路店、深圳湾店等 3 家门店有货'],
  ])('is chosen like any other, marked, with %s of them named', (_, count, words) => {
    const { onConfirm } = show({ product: there, mode: 'buy', storesWith: () => stores.slice(0, count) })
    tap('米白')
    tap('L，仅门店自提')
    expect(screen.getByText('仅门店自提')).toBeTruthy()
    expect(screen.getByText(words)).toBeTruthy()
    for (let more = 0; more < 2; more++) tap('增加数量')
    expect(said()).toBe('一家门店最多有 2 件')
    tap('自提购买')
    expect(onConfirm.mock.calls).toEqual([['buy', 'cream-L', 2, true]])
  })

  test('a reminder for what can be sent stays beside the buttons', () => {
    const whenSoldOut = ({ id }: Sku) => <button type="button">{`提醒 ${id}`}</button>
    const { onConfirm } = show({ product: there, mode: 'add', initialSkuId: 'cream-L', whenSoldOut })
    expect(screen.getByText('提醒 cream-L')).toBeTruthy()
    tap('加入购物车')
    expect(onConfirm.mock.calls).toEqual([['add', 'cream-L', 1, true]])
  })
})

test('opened from the 已选 row it has both buttons', () => {
  const { onConfirm } = show({ mode: 'both', product: mug })
  tap('加入购物车')
  tap('立即购买')
  expect(onConfirm.mock.calls.map(([action]) => action)).toEqual(['add', 'buy'])
})

test('while something is on its way a second tap does nothing', () => {
  const { onConfirm } = show({ product: mug, busy: true })
  tap(/加入购物车/)
  expect(onConfirm).not.toHaveBeenCalled()
})

test('the choice is told as it grows, and kept while the sheet is closed', () => {
  const onChoose = jest.fn()
  const { again } = show({ onChoose })
  tap('墨绿')
  tap('M')
  expect(onChoose).toHaveBeenLastCalledWith(expect.objectContaining({ id: 'green-M' }), ['墨绿', 'M'])
  again({ onChoose, open: false })
  again({ onChoose, open: true })
  expect(screen.getByText('已选 墨绿、M')).toBeTruthy()
})

test('fresh stock of the same product changes what can be had, not what was chosen', () => {
  const { again, onConfirm } = show({ initialSkuId: 'cream-M' })
  again({
    product: {
      ...tee,
      skus: tee.skus.map((one) => ({ ...one, maxQuantity: 0, stock: { status: 'sold_out', available: 0 } })),
    },
  })
  expect(screen.getByText('已选 米白、M')).toBeTruthy()
  tap('加入购物车')
  expect(onConfirm).not.toHaveBeenCalled()
})
