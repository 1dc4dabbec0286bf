import { isTaxNumber as asTheGateway } from '@xiaopu/contract'
import { isTaxNumber } from './tax-number'

const RIGHT = [
  '91350100M000100Y43',
  '91310104MA1XP0013B',
  '91330106MA2XP0023P',
  '440300123456789',
  '44030012345678901234',
]
const WRONG = [
  ...['91350100M000100Y44', '91350100M000100Y34', '91350100M000100Y4', '91350100M000100Y433', '91350100I000100Y43'],
  ...['91350100m000100y43', '9135-100M000100Y43', '44030012345678', '44030012345678测', ''],
]

test.each(RIGHT)('%s is taken, here and at the gateway', (number) =>
  expect([isTaxNumber(number), asTheGateway(number)]).toEqual([true, true]),
)
test.each(WRONG)('“%s” is taken at neither', (number) =>
  expect([isTaxNumber(number), asTheGateway(number)]).toEqual([false, false]),
)
