import { orderNumber } from './order-number'

test('an order number carries the day in Shanghai and fits an out_trade_no', () => {
  expect(orderNumber(new Date('2025-06-01T15:59:59Z'))).toMatch(/^XP20250601\d{8}$/)
  expect(orderNumber(new Date('2025-06-01T16:00:00Z'))).toMatch(/^XP20250602\d{8}$/)
})

test('the next number does not follow from the last', () => {
  const now = new Date()
  const numbers = Array.from({ length: 200 }, () => Number(orderNumber(now).slice(10)))
  const steps = new Set(numbers.slice(1).map((number, index) => number - numbers[index]!))
  expect(steps.size).toBeGreaterThan(150)
})
