import { suggestedWaybills } from './waybills'

test('an order is always offered the same number, another order another one', () => {
  expect(suggestedWaybills('A1')).toEqual(suggestedWaybills('A1'))
  expect(suggestedWaybills('A1')).not.toEqual(suggestedWaybills('A2'))
})

test.each([
  ['顺丰速运', /^SF\d{13}$/],
  ['中通快递', /^78\d{12}$/],
  ['京东物流', /^JDVA\d{11}$/],
])('a number of %s looks like one', (carrier, look) => {
  const waybill = suggestedWaybills('202611220001').find((one) => one.carrier === carrier)
  expect(waybill?.trackingNumber).toMatch(look)
})
