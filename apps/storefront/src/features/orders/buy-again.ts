import type { PurchaseLine } from '@xiaopu/contract'

type Goods = Pick<PurchaseLine, 'skuId' | 'name' | 'quantity'>

export interface BoughtAgain {
  added: number
  /** Names of what could not be put into the cart, each once. */
  missing: string[]
  /** Why the last of them could not. */
  error?: unknown
}

/**
 * Puts the lines of an order into the cart, one after another so that each meets the cart the one before left. What cannot be
 * had does not stop the rest.
 */
export async function buyAgain(
  lines: readonly Goods[],
  add: (goods: { skuId: string; quantity: number }) => Promise<unknown>,
) {
  const result: BoughtAgain = { added: 0, missing: [] }
  for (const { skuId, name, quantity } of lines) {
    try {
      await add({ skuId, quantity })
      result.added++
    } catch (error) {
      if (!result.missing.includes(name)) result.missing.push(name)
      result.error = error
    }
  }
  return result
}
