import { type AnyErrorCode, ERROR_STATUS, MERCHANT_ERROR_STATUS, type Problem } from '@xiaopu/contract'

/** The HTTP status of every code. */
export const STATUS: Record<AnyErrorCode, number> = { ...ERROR_STATUS, ...MERCHANT_ERROR_STATUS }

/** Fields a problem document may carry besides its code. */
export type RefusalDetails = Pick<Problem, 'detail' | 'fields' | 'lines'>

/**
 * A call is refused for a reason the contract has a code for. Services throw it, the error handler prints it; it is
 * never logged as a fault. What is thrown and is no `Refusal` is a bug.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly code: AnyErrorCode,
    readonly details: RefusalDetails = {},
    options?: ErrorOptions,
  ) {
    super(details.detail ?? code, options)
  }

  get statusCode(): number {
    return STATUS[this.code]
  }
}

export const notFound = (what: string) => new Refusal('not_found', { detail: `no such ${what}` })
