import type { afterSaleRoutes, merchantAfterSaleRoutes } from '@xiaopu/contract'
import type { Handlers } from '../../http/calls'
import { Refusal } from '../../http/refusal'

type AfterSaleRoute = keyof typeof afterSaleRoutes | keyof typeof merchantAfterSaleRoutes

/** The calls exist; what they do comes with the module's service. */
export function afterSaleHandlers(): Handlers<AfterSaleRoute> {
  const refuse = async (): Promise<never> => {
    throw new Refusal('not_supported')
  }
  return {
    getAfterSaleOptions: refuse,
    requestAfterSale: refuse,
    listAfterSales: refuse,
    getAfterSale: refuse,
    withdrawAfterSale: refuse,
    giveReturnWaybill: refuse,
    confirmReplacement: refuse,
    listMerchantAfterSales: refuse,
    getMerchantAfterSale: refuse,
    approveAfterSale: refuse,
    refuseAfterSale: refuse,
    receiveReturn: refuse,
    sendReplacement: refuse,
    refundAfterSale: refuse,
    refundOrder: refuse,
  }
}
