import { carrierOf, scannedWaybill, waybillOf, waybillProblems } from './waybill'

test.each([
  ['SF1234567890123', 'SF1234567890123'],
  [' sf 1234 5678 90123 ', 'SF1234567890123'],
  ['ＹＴ１２３４５６７８９０１２３', 'YT1234567890123'],
])('%j typed is %s', (typed, number) => {
  expect(waybillOf(typed)).toBe(number)
})

test.each([
  ['SF1234567890123', 'SF1234567890123'],
  ['78123456789012', '78123456789012'],
  ['jdva12345678901-1-1', 'JDVA12345678901-1-1'],
  [`MMM={'k1':'755WA','k2':'755','k4':'SF1234567890123','k5':'SF1234567890123'}`, 'SF1234567890123'],
  ['https://carrier.example/q?no=YT1234567890123&from=label', 'YT1234567890123'],
  // Two numbers: which one is it?
  ['https://carrier.example/q?no=YT1234567890123&old=YT9999999999999', null],
  ['https://carrier.example/', null],
  ['你好', null],
  ['', null],
])('in the code %j the number is %p', (scanned, number) => {
  expect(scannedWaybill(scanned)).toBe(number)
})

test.each([
  ['SF1234567890123', '顺丰速运'],
  ['JDVA12345678901', '京东物流'],
  ['YT1234567890123', '圆通速递'],
  ['JT1234567890123', '极兔速递'],
  ['DPK123456789012', '德邦快递'],
  ['78123456789012', null],
  ['SF', null],
])('%s is of %p', (number, carrier) => {
  expect(carrierOf(number)).toBe(carrier)
})

test.each([
  ['顺丰速运', 'SF1234567890123', null, null],
  ['顺丰速运', 'sf 1234 5678', null, null],
  [' ', 'SF1234567890123', 'carrierMissing', null],
  ['顺丰速运', '  ', null, 'trackingMissing'],
  ['顺丰速运', '123', null, 'trackingWrong'],
  ['顺丰速运', '运单号', null, 'trackingWrong'],
  ['顺丰速运', '1'.repeat(41), null, 'trackingWrong'],
  ['', '', 'carrierMissing', 'trackingMissing'],
])('%j and %j: %p, %p', (carrier, trackingNumber, ofCarrier, ofNumber) => {
  expect(waybillProblems({ carrier, trackingNumber })).toEqual({ carrier: ofCarrier, trackingNumber: ofNumber })
})
