import { parse } from 'csv-parse/sync'
import { couponFixtures } from '../magento/coupons'
import { DEMO_CAMPAIGNS } from './campaigns'
import { demoCouponsCsv } from './catalogue'

type Row = Record<string, string>

test('every coupon to take is one of the shop’s, at Magento, too', async () => {
  const rows: Row[] = parse(await demoCouponsCsv(), { columns: true })
  const issued = rows.map(({ code }) => code)
  const atMagento = couponFixtures(rows).map(({ code }) => code)
  for (const { code } of Object.values(DEMO_CAMPAIGNS)) {
    expect(issued).toContain(code)
    expect(atMagento).toContain(code)
  }
})

test('the codes that the demo tells everybody count without being taken', () => {
  const taken = Object.values(DEMO_CAMPAIGNS).map(({ code }) => code)
  expect(taken).not.toContain('HELLO30')
  expect(taken).not.toContain('SHIWU90')
})
