/**
 * A refusal of WeChat Pay v3. Thrown by the desks, written as `{ code, message, detail? }` by the surface.
 *
 * `subcode` becomes the numeric suffix of the `Request-ID` header, which WeChat's support asks for.
 */
export class PayError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly detail?: Record<string, unknown>,
    readonly subcode: string = SUBCODES[code] ?? '268435456',
  ) {
    super(message)
  }
}

const SUBCODES: Record<string, string> = {
  ORDER_NOT_EXIST: '268512771',
  RESOURCE_NOT_EXISTS: '268512771',
  FREQUENCY_LIMITED: '268447840',
  ORDER_PAID: '268449538',
  SIGN_ERROR: '268443699',
  APPID_MCHID_NOT_MATCH: '268445527',
  PARAM_ERROR: '268435461',
}

export const SUBCODE_NO_SUCH_OPENID = '268501013'
export const SUBCODE_PARAMS_DIFFER = '268498688'
export const SUBCODE_EXPIRED = '268447914'

export type FieldLocation = 'body' | 'query' | 'header' | 'path'

/** PARAM_ERROR with the field named as a JSON pointer, as WeChat names it. */
export function paramError(field: string, issue: string, value?: unknown, location: FieldLocation = 'body'): PayError {
  return new PayError(400, 'PARAM_ERROR', `参数错误：${field} ${issue}`, { field, value, issue, location })
}

export function invalidRequest(message: string, subcode?: string): PayError {
  return new PayError(400, 'INVALID_REQUEST', message, undefined, subcode)
}
