import { ApiError } from '@xiaopu/api-client'
import { t } from '../../i18n'
import { goodsRefusal } from './goods-refusal'

const refused = (available: number | null) =>
  new ApiError('out_of_stock', { lines: [{ skuId: 'kettle-black', status: 'insufficient', available }] })

test.each([
  [refused(2), '只剩 2 件了，购物车里的也算在内'],
  [refused(0), '刚刚售罄，看看别的款式吧'],
  [refused(null), '库存不足，请减少数量或换一款'],
  [new ApiError('cart_full'), '购物车已满，请先清理一些'],
])('%p is told as %s', (error, sentence) => expect(goodsRefusal(error, t)).toBe(sentence))
