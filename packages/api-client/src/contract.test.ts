import { type RouteContract, type RouteName, routes } from '@xiaopu/contract'
import type { ApiClient } from './index'
import { createScripted, json } from './test/scripted-gateway'
import { address } from './test/shopping'

const order = { quoteId: 'q1', source: { kind: 'cart' as const }, address, fapiao: null, remark: '' }
const afterSale = {
  kind: 'refund' as const,
  lines: [{ skuId: 'mug-sand', quantity: 1 }],
  amount: null,
  reason: 'changed_mind' as const,
  words: '',
  uploadIds: [],
}
const pickup = { kind: 'pickup' as const, storeId: 's1', name: '张三', phone: '13800138000' }
const here = { latitude: 22.54, longitude: 113.95 }

/** Each call of the contract, and the functions that make it. One that is missing here does not compile. */
const makers: Record<RouteName, ((api: ApiClient) => Promise<unknown>)[]> = {
  getHome: [(api) => api.home.get()],
  getHomePreview: [(api) => api.home.preview('k'.repeat(43))],
  listCategories: [(api) => api.catalog.categories()],
  listProducts: [
    (api) => api.catalog.products(),
    (api) => api.catalog.products({ category: 'living', q: '杯', sort: 'sales', cursor: 'c', limit: 50 }),
    (api) => api.catalog.products({ facets: { colour: ['12', '13'], material: ['5'] }, priceFrom: 0, priceTo: 99_900 }),
    (api) => api.catalog.products({ facets: {}, inStock: true }),
    (api) => api.catalog.products({ inStock: false }),
  ],
  getProduct: [(api) => api.catalog.product('mug')],
  estimateDelivery: [(api) => api.catalog.delivery('lamp', { province: '浙江省' })],
  listRelatedProducts: [(api) => api.catalog.related('mug')],
  listReviews: [
    (api) => api.reviews.list('mug'),
    (api) => api.reviews.list('mug', { cursor: 'c', limit: 50 }),
    (api) => api.reviews.list('mug', { stars: 'good', tag: 'looks_good', only: 'pictures' }),
  ],
  listStores: [
    (api) => api.stores.list(),
    (api) => api.stores.list(null),
    (api) => api.stores.search('pudong', here),
    // As wx.getLocation hands it over, with more in it than was asked for.
    (api) => api.stores.list({ ...here, accuracy: 30, speed: -1 } as typeof here),
  ],
  getMyStore: [(api) => api.stores.mine()],
  chooseMyStore: [
    (api) => api.stores.chooseMine({ storeId: 's1', chosenAt: '2026-11-22T08:00:00.000Z' }),
    (api) => api.stores.chooseMine({ storeId: null, chosenAt: '2026-11-22T08:00:00.000Z' }),
  ],
  findStoresWith: [
    (api) => api.stores.withStock([{ skuId: 'mug-sand', quantity: 1 }]),
    (api) => api.stores.withStock([{ skuId: 'mug-sand', quantity: 1 }], { ...here, speed: -1 } as typeof here),
  ],
  getStore: [(api) => api.stores.get('s1'), (api) => api.stores.get('s1', here)],
  signIn: [(api) => api.sessions.signIn('code')],
  signOut: [(api) => api.sessions.signOut()],
  getMe: [(api) => api.me.get()],
  changeMe: [
    (api) => api.me.change({ nickname: '林小满' }),
    (api) => api.me.change({ nickname: null, keepsHistory: false }),
  ],
  bindPhone: [(api) => api.me.bindPhone('code')],
  unbindPhone: [(api) => api.me.unbindPhone()],
  getMyData: [(api) => api.me.data()],
  getAccountDeletion: [(api) => api.me.deletion()],
  deleteMe: [(api) => api.me.remove()],
  getCart: [(api) => api.cart.get()],
  addToCart: [
    (api) => api.cart.add({ skuId: 'mug-sand', quantity: 1 }),
    (api) => api.cart.add({ skuId: 'mug-sand', quantity: 1, price: 1 } as never),
  ],
  changeCartLine: [(api) => api.cart.changeQuantity('l1', 2), (api) => api.cart.changeSku('l1', 'tee-green-M')],
  removeCartLines: [(api) => api.cart.remove(['l1']), (api) => api.cart.remove('unavailable')],
  selectCartLines: [(api) => api.cart.select(['l1'], true), (api) => api.cart.select('all', false)],
  quote: [
    (api) => api.checkout.quote({ source: { kind: 'cart' }, address: null }),
    (api) => api.checkout.quote({ source: { kind: 'direct', skuId: 'mug-sand', quantity: 1 }, address }),
    (api) => api.checkout.quote({ source: { kind: 'cart' }, address, coupon: '满500减50' }),
    (api) => api.checkout.quote({ source: { kind: 'cart' }, address, coupon: null }),
    (api) => api.checkout.quote({ source: { kind: 'cart' }, address, coupons: ['MORE20', 'PLUS5', 'FRESH10'] }),
  ],
  placeOrder: [
    (api) => api.orders.place(order, { idempotencyKey: 'key-1' }),
    (api) => api.orders.place({ ...order, address: null, delivery: pickup }, { idempotencyKey: 'key-1' }),
  ],
  listOrders: [
    (api) => api.orders.list({ q: '纸灯' }),
    (api) => api.orders.list(),
    (api) => api.orders.list({ status: 'paid', cursor: 'c', limit: 5 }),
    (api) => api.orders.list({ status: 'review' }),
  ],
  countOrders: [(api) => api.orders.counts()],
  getOrder: [(api) => api.orders.get('o1')],
  cancelOrder: [(api) => api.orders.cancel('o1', { reason: 'price', words: '' })],
  confirmReceipt: [(api) => api.orders.confirmReceipt('o1')],
  checkReceipt: [(api) => api.orders.checkReceipt('o1')],
  remindShipping: [(api) => api.orders.remind('o1')],
  extendReceipt: [(api) => api.orders.extendReceipt('o1')],
  deleteOrder: [(api) => api.orders.remove('o1')],
  traceParcel: [(api) => api.orders.trace('o1', 's1')],
  requestFapiao: [
    (api) => api.orders.requestFapiao('o1', { kind: 'personal', title: '林小满', email: 'lin@example.com' }),
  ],
  listFapiaoTitles: [(api) => api.fapiao.titles()],
  saveFapiaoTitle: [(api) => api.fapiao.save({ kind: 'personal', title: '林小满', isDefault: true })],
  changeFapiaoTitle: [(api) => api.fapiao.change('t1', { kind: 'personal', title: '林小满', isDefault: false })],
  removeFapiaoTitle: [(api) => api.fapiao.remove('t1')],
  writeReview: [
    (api) => api.reviews.write('o1', { productId: 'mug', stars: 5, text: '很好', nickname: null }),
    (api) => api.reviews.write('o1', { productId: 'mug', stars: 1, text: '碎了', nickname: '林小满' }),
    (api) =>
      api.reviews.write('o1', {
        ...{ productId: 'mug', stars: 5, text: '很好', nickname: null },
        ...{ tags: ['looks_good'], pictures: ['u1'] },
      }),
  ],
  getOrderReviews: [(api) => api.reviews.ofOrder('o1')],
  writeFollowUp: [
    (api) => api.reviews.followUp('o1', { productId: 'mug', text: '还在用' }),
    (api) => api.reviews.followUp('o1', { productId: 'mug', text: '还在用', pictures: ['u1', 'u2'] }),
  ],
  startPayment: [(api) => api.payments.start('o1')],
  getPayment: [(api) => api.payments.state('o1')],
  listAddresses: [(api) => api.addresses.list()],
  saveAddress: [(api) => api.addresses.save({ ...address, isDefault: false })],
  changeAddress: [(api) => api.addresses.change('a1', { ...address, isDefault: true })],
  removeAddress: [(api) => api.addresses.remove('a1')],
  parseAddress: [(api) => api.addresses.parse('张三 13800138000 上海市徐汇区')],
  listRegions: [(api) => api.addresses.regions()],
  listFavourites: [(api) => api.favourites.list(), (api) => api.favourites.list({ cursor: 'c', limit: 50 })],
  listMessageTemplates: [(api) => api.restock.templates()],
  listOrderMessages: [(api) => api.messages.offers('o1')],
  answerOrderMessages: [
    (api) => api.messages.answer('o1', { allowed: ['shipped'], refused: ['after_sale'] }),
    (api) => api.messages.answer('o1', { allowed: [], refused: [] }),
  ],
  listRestockReminders: [(api) => api.restock.waitedFor('mug')],
  addRestockReminder: [(api) => api.restock.remind({ productId: 'mug', skuId: 'mug-sand' })],
  removeRestockReminder: [(api) => api.restock.forget({ productId: 'mug', skuId: 'mug-sand' })],
  listFavouriteIds: [(api) => api.favourites.ids()],
  addFavourites: [(api) => api.favourites.add(['mug'])],
  removeFavourites: [(api) => api.favourites.remove(['mug'])],
  listViews: [(api) => api.history.list(), (api) => api.history.list({ cursor: 'c', limit: 50 })],
  addViews: [(api) => api.history.add([{ productId: 'mug', at: '2026-11-22T08:00:00.000Z' }])],
  clearViews: [(api) => api.history.clear()],
  suggest: [(api) => api.search.suggest('pz')],
  listCampaigns: [(api) => api.wallet.campaigns(), (api) => api.wallet.campaignsFor('mug')],
  takeCoupon: [(api) => api.wallet.take('welcome')],
  listWallet: [(api) => api.wallet.list('usable'), (api) => api.wallet.list('expired')],
  fitCoupons: [
    (api) => api.wallet.fitting({ source: { kind: 'cart' }, address: null }),
    (api) => api.wallet.fitting({ source: { kind: 'direct', skuId: 'mug-sand', quantity: 1 }, address }),
  ],
  uploadPicture: [(api) => api.uploads.send('tmp/photo.jpg')],
  getAfterSaleOptions: [(api) => api.afterSales.options('o1')],
  requestAfterSale: [(api) => api.afterSales.request('o1', afterSale, { idempotencyKey: 'key-2' })],
  listAfterSales: [
    (api) => api.afterSales.list(),
    (api) => api.afterSales.list({ orderId: 'o1', cursor: 'c', limit: 5 }),
  ],
  getAfterSale: [(api) => api.afterSales.get('as1')],
  withdrawAfterSale: [(api) => api.afterSales.withdraw('as1')],
  giveReturnWaybill: [(api) => api.afterSales.sendBack('as1', { carrier: '顺丰速运', trackingNumber: 'SF1234567890' })],
  confirmReplacement: [(api) => api.afterSales.confirmReplacement('as1')],
  listHotWords: [(api) => api.search.hotWords()],
}

const calls = Object.entries(makers).flatMap(([name, functions]) =>
  functions.map((make) => [name as RouteName, String(make).replace(/^.*=> api\./, ''), make] as const),
)

test.each(calls)('%s is what %s asks for', async (name, _text, make) => {
  const route: RouteContract = routes[name]
  const { api, requests } = createScripted([
    { ...json({ categories: [], stores: [], products: [], titles: [] }), status: route.status },
  ])
  await make(api)
  expect(requests).toHaveLength(1)
  const { method, url, headers, body } = requests[0]!
  const { pathname, searchParams } = new URL(url)

  expect(method).toBe(route.method)
  const pattern = new RegExp(`^${route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`)
  const params = pattern.exec(pathname)
  expect(params).not.toBeNull()
  if (route.params) expect(route.params.safeParse({ ...params?.groups }).error).toBeUndefined()

  const query = Object.fromEntries(searchParams)
  if (route.query) expect(route.query.safeParse(query).error).toBeUndefined()
  else expect(query).toEqual({})

  if (route.body) expect(route.body.safeParse(JSON.parse(body ?? 'null')).error).toBeUndefined()
  else expect(body).toBeUndefined()
  expect(headers['Content-Type']).toBe(route.body ? 'application/json' : undefined)

  expect('Authorization' in headers).toBe(route.auth === 'shopper')
  expect('Idempotency-Key' in headers).toBe(route.idempotent === true)
  expect(headers).toMatchObject({ Accept: 'application/json', 'Accept-Language': 'zh-CN' })
})
