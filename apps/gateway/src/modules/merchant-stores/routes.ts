import type { CommerceBackend, MerchantPort } from '@xiaopu/commerce'
import type { merchantStoreRoutes } from '@xiaopu/contract'
import type { Handlers } from '../../http/calls'
import { notFound, Refusal } from '../../http/refusal'

/** The shops: opened, changed and closed by the owner. */
export function merchantStoreHandlers(
  backend: Pick<CommerceBackend, 'merchant' | 'name'>,
): Handlers<keyof typeof merchantStoreRoutes> {
  /** @throws Refusal `not_supported`: stores are where the shop system has them */
  function desk(): MerchantPort {
    if (!backend.merchant) throw new Refusal('not_supported', { detail: `stores are decided in ${backend.name}` })
    return backend.merchant
  }

  return {
    listMerchantStores: async () => ({ stores: await desk().stores() }),

    async putMerchantStore({ params, body }) {
      const store = { id: params.storeId, ...body }
      await desk().putStore(store)
      return store
    },

    async removeMerchantStore({ params }) {
      const answer = await desk().removeStore(params.storeId)
      if (answer.ok) return
      throw answer.problem === 'reserved' ? new Refusal('stock_reserved') : notFound('store')
    },
  }
}
