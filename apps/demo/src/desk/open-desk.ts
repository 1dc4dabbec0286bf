import type { MagentoShop } from '../magento/magento-shop'
import { createAfterSaleRoom } from './after-sales'
import { createFapiaoRoom } from './fapiao'
import { collecting, gatewayDesk, reviewing } from './gateway-desk'
import { createHomeRoom } from './home'
import { magentoDesk, type Reminders } from './magento-desk'
import { createPictureRoom } from './pictures'
import { createShelf } from './shelf'
import { createShopApi, type ShopApi } from './shop-api'
import { type DeskServer, startDesk } from './start-desk'

/** The desk of the shop that is open: at Magento where Magento runs it, else at the gateway. */
export function openDesk(gatewayUrl: string, ownerToken: string, magento: MagentoShop | null): Promise<DeskServer> {
  const ask = createShopApi(gatewayUrl, ownerToken)
  const desk = magento
    ? magentoDesk(
        magento.standIn.control,
        { collect: collecting(ask), ...reviewing(ask, gatewayUrl) },
        remindersAt(ask),
      )
    : gatewayDesk(ask, gatewayUrl)
  return startDesk({
    ...{ desk, shelf: createShelf(ask), home: createHomeRoom(ask), pictures: createPictureRoom(ask, gatewayUrl) },
    ...{ afterSales: createAfterSaleRoom(ask, gatewayUrl), fapiao: createFapiaoRoom(ask) },
  })
}

/** They are the gateway's, wherever the shop is run. */
const remindersAt = (ask: ShopApi) => async (): Promise<Reminders> => {
  const { reminders } = await ask<{ reminders: { orderNumber: string; reminder: { times: number; since: string } }[] }>(
    'GET',
    '/v1/merchant/reminders',
  )
  return new Map(reminders.map(({ orderNumber, reminder: { times, since } }) => [orderNumber, { times, since }]))
}
