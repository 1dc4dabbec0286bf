import { isApiError } from '@xiaopu/api-client'
import { errorSentence } from '../../api/error-sentence'
import type { Translate } from '../../i18n'

/** Why goods could not be had, in a sentence that says how many are left where the server told. */
export function goodsRefusal(error: unknown, t: Translate): string {
  const left = isApiError(error) && error.code === 'out_of_stock' ? error.lines?.[0]?.available : undefined
  if (left === 0) return t('cart.noneLeft')
  return typeof left === 'number' ? t('cart.onlyLeft', { count: left }) : errorSentence(error, t)
}
