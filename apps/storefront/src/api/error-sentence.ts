import { type ApiErrorCode, isApiError } from '@xiaopu/api-client'
import type { Translate } from '../i18n'

/** The one sentence a shopper is shown for a failed call, in their language. A bug of ours gets a sentence too, and no details. */
export function errorSentence(error: unknown, t: Translate): string {
  const code: ApiErrorCode | 'unexpected' = isApiError(error) ? error.code : 'unexpected'
  return t(`errors.${code}`)
}

const NETWORKS: readonly unknown[] = ['network', 'timeout', 'bad_answer'] satisfies ApiErrorCode[]
const OURS: readonly unknown[] = ['internal', 'commerce_unavailable'] satisfies ApiErrorCode[]

/** What a failed call is to be put down to: the shopper's network, us (a bug of ours too), or neither. */
export function blamed(error: unknown): 'network' | 'us' | 'nobody' {
  if (!isApiError(error)) return 'us'
  if (NETWORKS.includes(error.code)) return 'network'
  return OURS.includes(error.code) ? 'us' : 'nobody'
}
