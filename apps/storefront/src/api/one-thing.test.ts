import { ApiError, type ApiErrorCode } from '@xiaopu/api-client'
import { isGone, oneThing } from './one-thing'

const failed = (code: ApiErrorCode) => new ApiError(code)
const query = (data: string | undefined, error: Error | null) => ({ data, error, refetch: jest.fn() })

test.each([
  ['not_found', true],
  ['validation_failed', true],
  ['overloaded', false],
] as const)('a page whose call failed as %s: gone is %p', (code, gone) => {
  expect(isGone(failed(code))).toBe(gone)
})

test('a bug of ours is not “gone”', () => {
  expect(isGone(new Error('not_found'))).toBe(false)
})

test('what was read before stays on the page while it cannot be read again', () => {
  expect(oneThing(true, query('订单', failed('overloaded')))).toMatchObject({ thing: '订单', gone: false, error: null })
})

test('what is gone goes off the page, and is no failure', () => {
  expect(oneThing(true, query('订单', failed('not_found')))).toMatchObject({
    thing: undefined,
    gone: true,
    error: null,
  })
})

test('a link that names nothing leads to nothing', () => {
  expect(oneThing(false, query(undefined, null))).toMatchObject({ thing: undefined, gone: true, error: null })
})
