import { ask, refusalOf } from './answer'

test.each([
  ['chooseAddress:fail cancel'],
  ['chooseAddress:fail:cancel'],
  ['chooseLocation:fail user cancel'],
  ['scanCode:fail cancel'],
  ['requestPayment:fail cancel'],
  ['requestPayment:fail:the user cancel'],
  ['chooseInvoiceTitle:fail cancelled by user'],
  ['showModal:fail canceled'],
])('%s: the shopper changed their mind', (errMsg) => {
  expect(refusalOf({ errMsg })).toEqual({ status: 'cancelled' })
})

test.each([
  ['getLocation:fail auth deny'],
  ['getLocation:fail:auth denied'],
  ['chooseAddress:fail auth denied'],
  ['getLocation:fail authorize no response'],
  ['authorize:fail auth deny'],
  ['getLocation:fail system permission denied'],
  ['chooseAddress:fail privacy permission is not authorized'],
  ['getLocation:fail user deny'],
])('%s: refused, the settings can help', (errMsg) => {
  expect(refusalOf({ errMsg })).toEqual({ status: 'denied' })
})

test.each([
  [1, 'cancelled'],
  [3, 'denied'],
  [102, 'denied'],
  [103, 'denied'],
  [104, 'cancelled'],
])('errno %i is %s, whatever the words are', (errno, status) => {
  expect(refusalOf({ errno, errMsg: 'getLocation:fail 未知错误' })).toEqual({ status })
})

test('an interface missing from the privacy guideline is our fault, not a refusal', () => {
  const errMsg = 'chooseAddress:fail api scope is not declared in the privacy agreement'
  expect(refusalOf({ errno: 112, errMsg })).toEqual({ status: 'failed', message: errMsg })
})

test.each([
  [{ errMsg: 'getLocation:fail timeout', errno: 5 }, 'getLocation:fail timeout'],
  [{ errMsg: 'requestPayment:fail no permission to pay' }, 'requestPayment:fail no permission to pay'],
  [{ errMsg: 'login:fail the author is unavailable' }, 'login:fail the author is unavailable'],
  [new Error('not a function'), 'not a function'],
  ['broken', 'broken'],
  [undefined, 'undefined'],
  [null, 'null'],
])('%p has failed, in its own words', (error, message) => {
  expect(refusalOf(error)).toEqual({ status: 'failed', message })
})

test('an answer holds what was read from the result', async () => {
  expect(
    await ask(
      async () => ({ code: 'a' }),
      ({ code }) => code,
    ),
  ).toEqual({ status: 'ok', value: 'a' })
})

test('an interface this client does not have has failed, instead of throwing', async () => {
  const missing = undefined as unknown as () => Promise<void>
  expect(
    await ask(
      () => missing(),
      () => 1,
    ),
  ).toMatchObject({ status: 'failed' })
})
