import { ApiError } from '@xiaopu/api-client'
import { buyAgain } from './buy-again'

const line = (skuId: string, name = skuId) => ({ skuId, name, quantity: 2 })

test('what sold out does not keep the rest out of the cart, and is named once', async () => {
  const added: string[] = []
  const result = await buyAgain(
    [line('lamp-white', '台灯'), line('mug'), line('lamp-black', '台灯')],
    async ({ skuId }) => {
      if (skuId.startsWith('lamp')) throw new ApiError('out_of_stock')
      added.push(skuId)
    },
  )
  expect(added).toEqual(['mug'])
  expect(result).toMatchObject({ added: 1, missing: ['台灯'], error: { code: 'out_of_stock' } })
})
