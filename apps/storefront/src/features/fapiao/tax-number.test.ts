import { isTaxNumber as asTheGateway } from '@xiaopu/contract'
import { TAX_NUMBERS, WRONG_TAX_NUMBERS } from '@xiaopu/contract/testing'
import { isTaxNumber } from './tax-number'

test.each(TAX_NUMBERS)('%s is taken, here and at the gateway', (number) =>
  expect([isTaxNumber(number), asTheGateway(number)]).toEqual([true, true]),
)
test.each(WRONG_TAX_NUMBERS)('“%s” is taken at neither: %s', (number) =>
  expect([isTaxNumber(number), asTheGateway(number)]).toEqual([false, false]),
)
