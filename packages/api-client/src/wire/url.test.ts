import { ApiError } from '../api-error'
import { fillPath, queryString } from './url'

test('an id may hold any character without leaving its place in the path', () => {
  expect(fillPath('/v1/orders/:orderId/payment', { orderId: 'MDA=/../x?y#z' })).toBe(
    '/v1/orders/MDA%3D%2F..%2Fx%3Fy%23z/payment',
  )
})

test.each([undefined, '', '.', '..'])('the id %p is not found, and nothing is asked', (productId) => {
  const params: Record<string, string> = productId === undefined ? {} : { productId }
  expect(() => fillPath('/v1/products/:productId', params)).toThrow(ApiError)
})

test('a query leaves out what is absent, and keeps zero', () => {
  expect(queryString({ q: '马克杯 & 茶', category: undefined, cursor: '', latitude: 0 })).toBe(
    '?q=%E9%A9%AC%E5%85%8B%E6%9D%AF%20%26%20%E8%8C%B6&latitude=0',
  )
  expect(queryString({})).toBe('')
})
