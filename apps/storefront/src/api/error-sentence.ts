import { type ApiErrorCode, isApiError } from '@xiaopu/api-client'
import type { Translate } from '../i18n'

/** The one sentence a shopper is shown for a failed call, in their language. A bug of ours gets a sentence too, and no details. */
export function errorSentence(error: unknown, t: Translate): string {
  const code: ApiErrorCode | 'unexpected' = isApiError(error) ? error.code : 'unexpected'
  return t(`errors.${code}`)
}
