import { isTaxNumber } from './index'
import { TAX_NUMBERS, WRONG_TAX_NUMBERS } from './testing/tax-numbers'

test.each(TAX_NUMBERS)('%s is a tax number', (number) => expect(isTaxNumber(number)).toBe(true))

test.each(WRONG_TAX_NUMBERS)('%s is not: %s', (number) => expect(isTaxNumber(number)).toBe(false))

test('one wrong character anywhere in a code of 18 is noticed', () => {
  const right = '91350100M000100Y43'
  for (let place = 0; place < right.length; place++) {
    const other = right[place] === '7' ? '8' : '7'
    expect(isTaxNumber(right.slice(0, place) + other + right.slice(place + 1))).toBe(false)
  }
})
