import fc from 'fast-check'
import { MAINLAND_SHIPPING, type ParcelLine, type ShippingRules, shippingFee, shippingTerms } from './shipping'

const to = (province: string, city = '') => ({ province, city })
const line = (unitPrice: number, changes: Partial<ParcelLine> = {}): ParcelLine => ({
  ...{ unitPrice, quantity: 1, grams: null, freeShipping: false },
  ...changes,
})

/** 首重 1 kg ¥8 · 续重 ¥2.50 per begun 500 g; Shenzhen by pieces, the rest of Guangdong for one fee and free from ¥59. */
const TEMPLATE: ShippingRules = {
  charge: { by: 'weight', first: 1_000, firstFee: 800, further: 500, furtherFee: 250 },
  freeFrom: null,
  regions: [
    { places: ['广东'], charge: { by: 'order', fee: 600 }, freeFrom: 5_900 },
    {
      places: ['广东/深圳'],
      charge: { by: 'piece', first: 2, firstFee: 500, further: 3, furtherFee: 100 },
      freeFrom: null,
    },
  ],
  undeliverable: ['台湾', '新疆/喀什'],
}
const feeOf = (...given: Parameters<typeof shippingFee>): number => {
  const answer = shippingFee(...given)
  if (!answer.ok) throw new Error('undeliverable')
  return answer.fee
}

describe('a mainland shop', () => {
  test.each([
    ['台湾省', 500],
    ['香港特别行政区', 500],
    ['澳门', 99_999_999],
  ])('does not serve %s, whatever the goods are worth', (province, goods) => {
    expect(shippingFee([line(goods)], to(province), MAINLAND_SHIPPING)).toEqual({ ok: false, problem: 'undeliverable' })
  })

  test.each([
    ['浙江省', 500, 1_000],
    ['浙江', 500, 1_000],
    ['北京市', 19_899, 1_000],
    ['浙江省', 19_900, 0],
    ['新疆维吾尔自治区', 500, 2_000],
    ['内蒙古自治区', 500, 2_000],
    ['宁夏回族自治区', 500, 2_000],
    ['西藏自治区', 19_900, 0],
    ['广西壮族自治区', 500, 1_000],
    ['浙江省', 0, 0],
  ])('sends to %s goods of %d fen for %d', (province, goods, fee) => {
    expect(feeOf([line(goods)], to(province), MAINLAND_SHIPPING)).toBe(fee)
  })

  test.each([
    ['a coupon takes the goods below what travels free', [line(19_900)], 1, 1_000],
    ['a coupon leaves enough for free', [line(29_900)], 10_000, 0],
    ['a coupon pays for all of the goods', [line(500)], 500, 1_000],
    ['nothing is bought', [], 0, 0],
  ])('asks for this fee when %s', (_, lines, discount, fee) => {
    expect(feeOf(lines, to('浙江省'), MAINLAND_SHIPPING, discount)).toBe(fee)
  })

  test('shows its general fee without an address', () => {
    expect(feeOf([line(500)], null, MAINLAND_SHIPPING)).toBe(1_000)
  })

  test('that never sends for free never does', () => {
    expect(feeOf([line(99_999_999)], to('浙江省'), { ...MAINLAND_SHIPPING, freeFrom: null })).toBe(1_000)
  })
})

describe('by weight', () => {
  test.each([
    ['an unweighed piece', [line(100)], 800, 0],
    ['up to the first weight', [line(100, { grams: 1_000 })], 800, 1_000],
    ['a gram more is a further lot', [line(100, { grams: 1_001 })], 1_050, 1_001],
    ['a lot to the gram', [line(100, { grams: 1_500 })], 1_050, 1_500],
    ['all pieces of all lines', [line(100, { grams: 400, quantity: 4 }), line(100, { grams: 1 })], 1_300, 1_601],
    ['what travels free weighs nothing', [line(100, { grams: 9_000, freeShipping: true }), line(100)], 800, 0],
    ['only what travels free', [line(100, { grams: 9_000, freeShipping: true })], 0, 0],
  ])('%s', (_, lines, fee, grams) => {
    expect(shippingFee(lines, to('浙江省'), TEMPLATE)).toMatchObject({ ok: true, fee, grams })
  })
})

describe('regions', () => {
  test.each([
    [2, 500],
    [3, 600],
    [5, 600],
    [6, 700],
  ])('the city goes before its province: %d pieces to Shenzhen cost %d', (quantity, fee) => {
    expect(feeOf([line(9_000, { quantity })], to('广东省', '深圳市'), TEMPLATE)).toBe(fee)
  })
  test.each([
    [5_899, 600],
    [5_900, 0],
  ])('each has its own threshold: %d fen to Guangzhou cost %d', (goods, fee) => {
    expect(feeOf([line(goods)], to('广东省', '广州市'), TEMPLATE)).toBe(fee)
  })
  test('a city may be left out of a province that is served', () => {
    expect(shippingFee([line(1)], to('新疆', '喀什地区'), TEMPLATE).ok).toBe(false)
    expect(shippingFee([line(1)], to('新疆', '乌鲁木齐市'), TEMPLATE).ok).toBe(true)
  })
  test('what holds is told with the fee', () => {
    expect(shippingTerms(TEMPLATE, to('广东省', '广州市'))).toEqual({
      charge: { by: 'order', fee: 600 },
      freeFrom: 5_900,
    })
    expect(shippingTerms(TEMPLATE, null)).toEqual({ charge: TEMPLATE.charge, freeFrom: null })
  })
})

describe('whatever the template', () => {
  const fen = fc.integer({ min: 0, max: 100_000 })
  const lot = fc.integer({ min: 1, max: 20_000 })
  const charge = fc.oneof(
    fc.record({ by: fc.constant('order' as const), fee: fen }),
    fc.record({
      by: fc.constantFrom('weight' as const, 'piece' as const),
      ...{ first: lot, firstFee: fen, further: lot, furtherFee: fen },
    }),
  )
  const terms = { charge, freeFrom: fc.option(fen) }
  const rules: fc.Arbitrary<ShippingRules> = fc.record({
    ...terms,
    regions: fc.array(fc.record({ ...terms, places: fc.subarray(['西藏', '广东', '广东/深圳']) }), { maxLength: 3 }),
    undeliverable: fc.subarray(['台湾', '海南/三沙']),
  })
  const lines = fc.array(
    fc.record({
      unitPrice: fc.integer({ min: 0, max: 100_000 }),
      quantity: fc.integer({ min: 1, max: 99 }),
      grams: fc.option(fc.integer({ min: 1, max: 50_000 })),
      freeShipping: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  const destination = fc.constantFrom(null, to('西藏自治区'), to('广东省', '深圳市'), to('广东省'), to('北京市'))

  test('the fee is whole fen and never negative', () => {
    fc.assert(
      fc.property(lines, destination, rules, fen, (goods, where, template, discount) => {
        const fee = feeOf(goods, where, template, discount)
        expect(Number.isSafeInteger(fee) && fee >= 0).toBe(true)
      }),
    )
  })
  test('a heavier parcel of the same worth never costs less', () => {
    fc.assert(
      fc.property(lines, lot, destination, rules, (goods, more, where, template) => {
        const heavier = goods.map((each) => ({ ...each, grams: (each.grams ?? 0) + more }))
        expect(feeOf(heavier, where, template)).toBeGreaterThanOrEqual(feeOf(goods, where, template))
      }),
    )
  })
  test('each fen of discount is never repaid by a lower fee', () => {
    fc.assert(
      fc.property(lines, fen, destination, rules, (goods, discount, where, template) => {
        expect(feeOf(goods, where, template, discount)).toBeGreaterThanOrEqual(feeOf(goods, where, template))
      }),
    )
  })
  test('free is exact to the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 100_000 }), charge, (freeFrom, paid) => {
        const template = { charge: paid, freeFrom, regions: [], undeliverable: [] }
        expect(feeOf([line(freeFrom)], null, template)).toBe(0)
        expect(feeOf([line(freeFrom - 1)], null, template)).toBe(
          feeOf([line(freeFrom - 1)], null, { ...template, freeFrom: null }),
        )
      }),
    )
  })
})
