import { textOf } from '../fixtures/catalogue'
import { isEnabled, type Magento } from '../magento'
import { toFloat } from '../money'
import { priceOf, setPrice } from '../sales/prices'
import { isInStock, salable, setAtSource, sourceItems } from '../sales/stock'
import { RestError } from './rest-error'
import { type RestCall, type RestRoute, required } from './route'
import { search } from './search-criteria'

/** The one stock of the website, with the source `default`. */
const STOCK_ID = 1

function find({ magento, params }: RestCall, name: string) {
  const product = magento.catalogue.bySku.get(params[name] ?? '')
  if (!product) {
    throw new RestError(404, "The product that was requested doesn't exist. Verify the product and try again.")
  }
  return product
}

/** `qty` is what the source holds: reservations are not taken off it, unlike the salable quantity. */
function stockItem(call: RestCall) {
  const product = find(call, 'productSku')
  const quantity = call.magento.state.onHand[product.sku] ?? 0
  return {
    item_id: product.id,
    product_id: product.id,
    stock_id: STOCK_ID,
    qty: quantity,
    is_in_stock: isInStock(call.magento, product),
    is_qty_decimal: false,
    show_default_notification_message: false,
    use_config_min_qty: true,
    min_qty: 0,
    use_config_min_sale_qty: 1,
    min_sale_qty: 1,
    use_config_max_sale_qty: true,
    max_sale_qty: call.magento.settings.maxSaleQuantity,
    use_config_backorders: true,
    backorders: 0,
    use_config_notify_stock_qty: true,
    notify_stock_qty: 1,
    use_config_qty_increments: true,
    qty_increments: 0,
    use_config_enable_qty_inc: true,
    enable_qty_increments: false,
    use_config_manage_stock: true,
    manage_stock: true,
    low_stock_date: '',
    is_decimal_divided: false,
    stock_status_changed_auto: 0,
  }
}

function sourceRows({ catalogue, stores, regions }: Magento) {
  const store = stores[0]!.code
  const pickup = (catalogue.fixture.pickupLocations ?? []).map((location) => ({
    source_code: location.code,
    name: textOf(location.name, store),
    enabled: true,
    ...(location.description ? { description: textOf(location.description, store) } : {}),
    latitude: location.latitude,
    longitude: location.longitude,
    country_id: 'CN',
    region_id: regions.find(({ code }) => code === location.region)?.id ?? 0,
    region: regions.find(({ code }) => code === location.region)?.name ?? '',
    city: textOf(location.city, store),
    street: textOf(location.street, store),
    postcode: location.postcode ?? '',
    phone: location.phone,
    use_default_carrier_config: true,
    carrier_links: [],
    extension_attributes: { is_pickup_location_active: true, frontend_name: textOf(location.name, store) },
  }))
  const warehouse = {
    source_code: 'default',
    name: 'Default Source',
    enabled: true,
    latitude: 0,
    longitude: 0,
    country_id: 'CN',
    postcode: '00000',
    use_default_carrier_config: true,
    carrier_links: [],
    extension_attributes: { is_pickup_location_active: false },
  }
  return [warehouse, ...pickup]
}

function pickupLocations({ magento }: RestCall) {
  const items = sourceRows(magento)
    .filter(({ extension_attributes }) => extension_attributes.is_pickup_location_active)
    .map(
      ({
        source_code,
        enabled: _,
        use_default_carrier_config: __,
        carrier_links: ___,
        extension_attributes: ____,
        ...rest
      }) => ({
        pickup_location_code: source_code,
        ...rest,
      }),
    )
  return { items, search_request: {}, total_count: items.length }
}

function productView(call: RestCall) {
  const { magento } = call
  const product = find(call, 'sku')
  const { fixture } = product
  const store = call.storeCode
  return {
    id: product.id,
    sku: product.sku,
    name: textOf(product.name, store),
    attribute_set_id: 4,
    price: product.price ? toFloat(priceOf(magento, product).regular) : 0,
    status: isEnabled(magento, product) ? 1 : 2,
    visibility: product.parent ? 1 : 4,
    type_id: product.type,
    created_at: fixture.createdAt ?? '2024-01-01 00:00:00',
    updated_at: fixture.createdAt ?? '2024-01-01 00:00:00',
    weight: 1,
    product_links: [],
    options: [],
    media_gallery_entries: [],
    tier_prices: [],
    custom_attributes: [{ attribute_code: 'url_key', value: fixture.urlKey }],
  }
}

interface SourceItem {
  sku: string
  source_code: string
  quantity: number
}

export const INVENTORY_ROUTES: RestRoute[] = [
  { name: 'GET /V1/stockItems/:productSku', act: stockItem },
  {
    name: 'PUT /V1/products/:productSku/stockItems/:itemId',
    act: (call) => {
      const product = find(call, 'productSku')
      const { qty } = required<{ qty?: number }>(call.body, 'stockItem')
      if (qty !== undefined) call.magento.state.onHand[product.sku] = qty
      return product.id
    },
  },
  { name: 'GET /V1/products/:sku', act: productView },
  {
    name: 'PUT /V1/products/:sku',
    act: (call) => {
      const { sku } = find(call, 'sku')
      const { price, status } = required<{ price?: number; status?: 1 | 2 }>(call.body, 'product')
      if (price !== undefined) setPrice(call.magento, sku, price)
      if (status !== undefined) call.magento.state.enabled[sku] = status === 1
      return productView(call)
    },
  },
  {
    name: 'GET /V1/inventory/get-product-salable-quantity/:sku/:stockId',
    act: (call) => salable(call.magento, find(call, 'sku').sku),
  },
  {
    name: 'GET /V1/inventory/is-product-salable/:sku/:stockId',
    act: (call) => isInStock(call.magento, find(call, 'sku')),
  },
  {
    name: 'GET /V1/inventory/stock-resolver/:type/:code',
    act: () => ({ stock_id: STOCK_ID, name: 'Default Stock' }),
  },
  {
    name: 'GET /V1/inventory/sources',
    act: ({ magento, query }) => search(sourceRows(magento), query, ['source_code', 'name', 'enabled', 'country_id']),
  },
  { name: 'GET /V1/inventory/in-store-pickup/pickup-locations', act: pickupLocations },
  {
    name: 'GET /V1/inventory/source-items',
    act: ({ magento, query }) => {
      const rows = sourceItems(magento).map((item) => ({ ...item, status: item.quantity > 0 ? 1 : 0 }))
      return search(rows, query, ['sku', 'source_code', 'quantity', 'status'])
    },
  },
  {
    name: 'POST /V1/inventory/source-items',
    act: ({ magento, body }) => {
      for (const { source_code, sku, quantity } of required<SourceItem[]>(body, 'sourceItems')) {
        setAtSource(magento, source_code, sku, quantity)
      }
      return []
    },
  },
]
