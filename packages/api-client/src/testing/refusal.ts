import { ERROR_STATUS, type ErrorCode, type Problem } from '@xiaopu/contract'

/** A problem document on its way out. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    readonly code: ErrorCode,
    readonly extra: Pick<Partial<Problem>, 'fields' | 'lines' | 'status' | 'detail'> = {},
  ) {
    super(code)
  }

  document(requestId: string): Problem {
    const status = this.extra.status ?? ERROR_STATUS[this.code]
    return {
      type: `urn:xiaopu:problem:${this.code}`,
      title: this.code,
      ...this.extra,
      status,
      code: this.code,
      requestId,
    }
  }
}
