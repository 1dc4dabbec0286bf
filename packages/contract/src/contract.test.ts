import {
  AddToCart,
  ERROR_STATUS,
  FapiaoRequest,
  MERCHANT_ERROR_STATUS,
  merchantRoutes,
  PlaceOrder,
  ProductQuery,
  routes,
  StoreQuery,
} from './index'

const address = {
  name: '张三',
  phone: '13800138000',
  province: '广东省',
  city: '深圳市',
  district: '南山区',
  detail: '科技园 1 号',
  postalCode: '518000',
  nationalCode: '440305',
}
const order = { quoteId: 'q1', source: { kind: 'cart' }, address, fapiao: null, remark: '' }

describe('what a client may say about goods', () => {
  test.each([0, -1, 1.5, 1e9, '2', Number.NaN, null])('a quantity of %p is refused', (quantity) => {
    expect(AddToCart.safeParse({ skuId: 'L2201308', quantity }).success).toBe(false)
  })

  test('a price sent along is refused, not ignored', () => {
    expect(AddToCart.safeParse({ skuId: 'L2201308', quantity: 1, price: 1 }).success).toBe(false)
    expect(PlaceOrder.safeParse({ ...order, total: 1 }).success).toBe(false)
  })

  test('an order by ids alone is accepted', () => {
    expect(PlaceOrder.safeParse(order).success).toBe(true)
  })
})

describe('a fapiao', () => {
  test('a company has to give a tax number that can be one', () => {
    const company = {
      kind: 'company',
      title: '拾物',
      companyAddress: null,
      phone: null,
      bankName: null,
      bankAccount: null,
    }
    expect(FapiaoRequest.safeParse({ ...company, taxNumber: '91350100M000100Y43' }).success).toBe(true)
    expect(FapiaoRequest.safeParse({ ...company, taxNumber: '91350100M000100Y44' }).success).toBe(false)
    expect(FapiaoRequest.safeParse({ kind: 'personal', title: '林', email: 'lin@' }).success).toBe(false)
    expect(FapiaoRequest.safeParse({ kind: 'personal', title: ' ' }).success).toBe(false)
  })
})

test('half a position is refused', () => {
  expect(StoreQuery.safeParse({ latitude: '22.5' }).success).toBe(false)
  expect(StoreQuery.safeParse({ latitude: '22.5', longitude: '114.05' }).success).toBe(true)
})

test('no two calls share a method and a path, and each error they name has a status', () => {
  const all = [...Object.values(routes), ...Object.values(merchantRoutes)]
  const calls = all.map(({ method, path }) => `${method} ${path}`)
  expect(new Set(calls).size).toBe(calls.length)
  const statuses: Record<string, number> = { ...ERROR_STATUS, ...MERCHANT_ERROR_STATUS }
  for (const { errors } of all) for (const code of errors) expect(statuses[code]).toBeGreaterThan(399)
})

describe('what a list may be narrowed to', () => {
  test.each(['colour:12,13', 'colour:12;material:5,6', 'category:Mw=='])('%s', (facets) => {
    expect(ProductQuery.safeParse({ facets }).success).toBe(true)
  })
  test.each(['', 'colour', 'colour:', 'colour:1,', ';', 'a:1;;b:2', "a:1' or 1=1"])('%p is refused', (facets) => {
    expect(ProductQuery.safeParse({ facets }).success).toBe(false)
  })
  test('a price that is no whole number of fen is refused', () => {
    expect(ProductQuery.parse({ priceFrom: '1000' })).toMatchObject({ priceFrom: 1000 })
    for (const priceFrom of ['-1', '1.5', 'x']) expect(ProductQuery.safeParse({ priceFrom }).success).toBe(false)
  })
})
