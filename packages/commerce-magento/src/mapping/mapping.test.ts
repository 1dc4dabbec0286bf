import fc from 'fast-check'
import { cartAddress } from './address'
import { decodeCursor, encodeCursor } from './cursors'
import { decodeId, decodeSku, encodeId, encodeSku } from './ids'
import { fenOf, fenOfYuan } from './money'
import { joinName, plainName, splitName } from './names'
import { plainText } from './plain-text'
import { provinceOf, REGION_CODES, regionCode } from './regions'

describe('money', () => {
  test('every amount of fen survives being a Float of yuan', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000_00 }), (fen) => {
        expect(fenOf({ value: fen / 100, currency: 'CNY' })).toBe(fen)
      }),
      { numRuns: 2_000 },
    )
  })
  test.each([
    [19.99, 1_999],
    [0.07, 7],
    [1.005, 100],
    [0.1 + 0.2, 30],
    [-0.001, 0],
  ])('%p yuan are %p fen', (yuan, fen) => {
    expect(Object.is(fenOfYuan(yuan), fen)).toBe(true)
  })
  test.each([null, undefined, Number.NaN, Number.POSITIVE_INFINITY])('%p is no amount', (value) => {
    expect(() => fenOf({ value, currency: 'CNY' })).toThrow(RangeError)
  })
  test('dollars are never shown as yuan', () => {
    expect(() => fenOf({ value: 1, currency: 'USD' })).toThrow('USD')
  })
})

describe('ids', () => {
  const key = fc.record({
    sku: fc.string({ unit: 'grapheme', minLength: 1 }),
    parentSku: fc.option(fc.string({ unit: 'grapheme', minLength: 1 }), { nil: null }),
  })
  test('any SKU is found again by its id, and the id has only what the contract allows', () => {
    fc.assert(
      fc.property(key, (sku) => {
        expect(encodeSku(sku)).toMatch(/^[\w.:=+-]+$/)
        expect(decodeSku(encodeSku(sku))).toEqual(sku)
      }),
    )
  })
  test.each(['', ':', 'a:b:c', '+', '+g1', '小', '+E5', 'a:', '+41'])('%p is no id of ours', (id) => {
    expect(decodeSku(id)).toBeNull()
  })
  test('a plain code is its own id', () => {
    expect(encodeId('CHAIR-OAK.v2')).toBe('CHAIR-OAK.v2')
    expect(decodeId('CHAIR-OAK.v2')).toBe('CHAIR-OAK.v2')
  })
})

describe('names', () => {
  test.each([
    ['张三', '张', '三'],
    ['欧阳娜娜', '欧阳', '娜娜'],
    ['欧阳', '欧', '阳'],
    ['诸葛亮', '诸葛', '亮'],
    ['Ada King', 'King', 'Ada'],
    ['Ada Byron King', 'King', 'Ada Byron'],
    ['王', '王', '.'],
    ['Madonna', 'Madonna', '.'],
    ['王Peter', '王Peter', '.'],
    ['Peter 王', '王', 'Peter'],
    ['阿迪力·买买提', '阿', '迪力买买提'],
  ])('%s is %s and %s to Magento', (name, lastname, firstname) => {
    expect(splitName(name)).toEqual({ firstname, lastname })
  })
  test.each([
    ['小王🙂', '小王'],
    ['🙂', '顾客'],
    ['', '顾客'],
    ['张 三', '张三'],
    ['  Ada   King ', 'Ada King'],
    ['<b>', 'b'],
  ])('%p is taken as %p', (name, taken) => {
    expect(plainName(name)).toBe(taken)
  })
  test('a name split is a name rejoined', () => {
    const part = fc.constantFrom(
      '张',
      '三',
      '欧阳',
      '娜娜',
      'Ada',
      'King',
      "O'Neil",
      ' ',
      '-',
      '2',
      'é',
      '🙂',
      '司',
      '马',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const name = parts.join('')
        const { firstname, lastname } = splitName(name)
        expect(firstname.trim()).not.toBe('')
        expect(lastname.trim()).not.toBe('')
        expect(joinName({ firstname, lastname })).toBe(plainName(name))
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('regions of China', () => {
  test('there are the 34 that Magento ships, each found by its full and its short name', () => {
    expect(REGION_CODES).toHaveLength(34)
    for (const code of REGION_CODES) expect(regionCode(provinceOf(code)!)).toBe(code)
  })
  test.each([
    ['广东省', 'CN-GD'],
    ['广东', 'CN-GD'],
    ['内蒙古自治区', 'CN-NM'],
    ['陕西省', 'CN-SN'],
    ['山西省', 'CN-SX'],
    ['香港特别行政区', 'CN-HK'],
    ['California', null],
    ['', null],
  ])('%p is %p', (province, code) => {
    expect(regionCode(province)).toBe(code)
  })
})

describe('an address', () => {
  const address = {
    ...{ name: '张三', phone: '13800138000', province: '浙江省', city: '杭州市', district: '西湖区' },
    ...{ detail: '文三路 1 号 🏠', postalCode: null, nationalCode: null },
  }
  const store = { regionIds: new Map([['CN-ZJ', 1_131]]), postcodeOptional: false }

  test('has district and detail as its street, and this installation’s id of the province', () => {
    expect(cartAddress(address, store)).toMatchObject({
      region_id: 1_131,
      city: '杭州市',
      street: ['西湖区', '文三路 1 号'],
      postcode: '000000',
    })
    expect(cartAddress(address, { ...store, postcodeOptional: true })!.postcode).toBeNull()
  })
  test('in a province this store does not know goes nowhere', () => {
    expect(cartAddress({ ...address, province: '广东省' }, store)).toBeNull()
  })
})

test.each([
  ['<p>一</p><p>二<br>三</p>', '一\n\n二\n三'],
  ['<style>p{}</style><script>alert(1)</script>好', '好'],
  ['<ul><li>一</li><li>二</li></ul>', '· 一\n· 二'],
  ['A &amp; B &lt;C&gt; &#39;&#x4e2d;&nbsp;&bogus;', "A & B <C> '中 &bogus;"],
  ['1 < 2', '1 < 2'],
  [null, ''],
])('%p is read as %p', (html, text) => {
  expect(plainText(html)).toBe(text)
})

test('a cursor is read again, and nothing else is', () => {
  expect(decodeCursor(encodeCursor(['newest', 3]), ['string', 'number'])).toEqual(['newest', 3])
  for (const other of ['', 'x', encodeCursor(['newest']), encodeCursor([3, 'newest']), encodeCursor(['newest', -1])]) {
    expect(decodeCursor(other, ['string', 'number'])).toBeNull()
  }
})
