import type { MagentoShop } from '../magento/magento-shop'
import { createAfterSaleRoom } from './after-sales'
import { createFapiaoRoom } from './fapiao'
import { collecting, gatewayDesk } from './gateway-desk'
import { createHomeRoom } from './home'
import { magentoDesk } from './magento-desk'
import { createShelf } from './shelf'
import { createShopApi } from './shop-api'
import { type DeskServer, startDesk } from './start-desk'

/** The desk of the shop that is open: at Magento where Magento runs it, else at the gateway. */
export function openDesk(gatewayUrl: string, ownerToken: string, magento: MagentoShop | null): Promise<DeskServer> {
  const ask = createShopApi(gatewayUrl, ownerToken)
  const desk = magento
    ? magentoDesk(magento.standIn.control, magentoNames(magento), collecting(ask))
    : gatewayDesk(ask, gatewayUrl)
  return startDesk({
    ...{ desk, shelf: createShelf(ask), home: createHomeRoom(ask) },
    ...{ afterSales: createAfterSaleRoom(ask), fapiao: createFapiaoRoom(ask) },
  })
}

function magentoNames({ catalogue }: MagentoShop): (sku: string) => string {
  const names = new Map(catalogue.products.map(({ sku, name }) => [sku, name]))
  return (sku) => {
    const name = names.get(sku)
    return typeof name === 'string' ? name : (name?.default ?? sku)
  }
}
