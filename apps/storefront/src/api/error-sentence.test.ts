import { ApiError } from '@xiaopu/api-client'
import { t } from '../i18n'
import { errorSentence } from './error-sentence'

test.each([
  [new ApiError('out_of_stock', { message: 'Out of stock' }), '库存不足，请减少数量或换一款'],
  [new ApiError('network'), '网络连接不上，请检查后重试'],
  [new TypeError('x is undefined'), '出了点问题，请稍后重试'],
  [undefined, '出了点问题，请稍后重试'],
])('%p is told as %s', (error, sentence) => expect(errorSentence(error, t)).toBe(sentence))
