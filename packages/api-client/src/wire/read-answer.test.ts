import { ERROR_STATUS } from '@xiaopu/contract'
import { html, json, problem } from '../test/scripted-gateway'
import { isErrorCode } from './error-codes'
import { readAnswer } from './read-answer'
import type { TransportAnswer } from './transport'

const now = Date.parse('2025-05-01T02:00:00Z')
const failure = (answer: TransportAnswer): unknown => {
  try {
    readAnswer(answer, { now, empty: false })
  } catch (error) {
    return error
  }
  throw new Error('the answer was taken for a good one')
}

describe('an answer the gateway would not give is a bad_answer, whatever its status', () => {
  test.each<[string, TransportAnswer]>([
    ['the error page of a proxy', html(502)],
    ['the log-in page of a hotel', html(200)],
    ['an empty body', { status: 200, headers: { 'content-type': 'application/json' }, body: '' }],
    ['nothing at all where something is due', { status: 204, headers: {}, body: '' }],
    ['half a document', { status: 200, headers: { 'content-type': 'application/json' }, body: '{"blocks":[' }],
    ['JSON that is labelled as text', { status: 200, headers: { 'content-type': 'text/plain' }, body: '{}' }],
    ['a type that only looks like JSON', { status: 200, headers: { 'content-type': 'application/jsonp' }, body: '{}' }],
    ['a list', json([])],
    ['null', json(null)],
    ['a redirection', json({}, 302)],
    ['an error without a code', json({ message: 'no' }, 500)],
    ['the name of a built-in as code', problem('toString', 400)],
  ])('%s', (_name, answer) => {
    expect(failure(answer)).toMatchObject({
      name: 'ApiError',
      code: 'bad_answer',
      status: answer.status,
      retryable: true,
    })
  })
})

test('a problem keeps its code, its fields, the goods concerned and the name of the request', () => {
  const fields = [{ path: 'quantity', message: 'too many' }]
  const lines = [{ skuId: 'kettle', status: 'insufficient', available: 2 }]
  expect(failure(problem('out_of_stock', 409, { 'x-request-id': 'of-a-proxy' }, { fields, lines }))).toMatchObject({
    code: 'out_of_stock',
    status: 409,
    requestId: 'req-out_of_stock',
    fields,
    lines,
    retryable: false,
  })
})

test('the request id of the header does where the body names none', () => {
  expect(failure({ ...html(502), headers: { 'x-request-id': 'req-7' } })).toMatchObject({ requestId: 'req-7' })
})

test('a code of a newer gateway is named for developers, and no page has to know it', () => {
  expect(failure(problem('coupon_used', 409))).toMatchObject({
    code: 'bad_answer',
    message: 'unknown problem coupon_used',
  })
})

test('every code of the contract is known here', () => {
  expect(Object.keys(ERROR_STATUS).filter((code) => !isErrorCode(code))).toEqual([])
})

test.each([
  ['120', 120_000],
  ['Thu, 01 May 2025 02:00:03 GMT', 3_000],
  ['Thu, 01 May 2025 01:00:00 GMT', 0],
  ['soon', undefined],
])('Retry-After %s is %p ms', (header, ms) => {
  expect(failure(problem('overloaded', 503, { 'retry-after': header }))).toMatchObject({ retryAfterMs: ms })
})

test('a good answer is its document, and where none is due, nothing', () => {
  expect(readAnswer(json({ blocks: [] }), { now, empty: false })).toEqual({ blocks: [] })
  expect(readAnswer({ status: 204, headers: {}, body: '' }, { now, empty: true })).toBeUndefined()
})
