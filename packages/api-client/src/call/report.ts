import type { RouteName } from '@xiaopu/contract'
import type { ApiErrorCode } from '../api-error'

/** One attempt, for logs and performance marks. It holds nothing of the shopper's: no token, no body, no ids. */
export interface CallReport {
  call: RouteName
  /** 1 for the first attempt. */
  attempt: number
  /** ms. */
  took: number
  /** Absent when all went well. */
  code?: ApiErrorCode
  status?: number
  requestId?: string
}
