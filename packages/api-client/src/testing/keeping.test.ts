import type { ApiClient } from '../index'
import { failureOf } from '../test/scripted-gateway'
import { address, openShop, useServer } from '../test/shopping'
import { COUPON, type Shop } from './index'

const server = useServer()
let shop: Shop
let api: ApiClient
beforeEach(() => {
  ;({ shop, api } = openShop(server))
})
afterEach(() => expect(shop.faults).toEqual([]))

describe('the fake shop keeps', () => {
  test('an address book with one default, thirty at most', async () => {
    const save = (detail: string, isDefault = false) => api.addresses.save({ ...address, detail, isDefault })
    await save('1 号')
    await save('2 号', true)
    const book = await api.addresses.list()
    expect(book.map(({ detail, isDefault }) => [detail, isDefault])).toEqual([
      ['2 号', true],
      ['1 号', false],
    ])
    await api.addresses.remove(book[0]!.id)
    expect(await api.addresses.list()).toMatchObject([{ detail: '1 号', isDefault: true }])
    for (let n = 2; n <= 30; n++) await save(`${n} 号`)
    expect(await failureOf(save('31 号'))).toMatchObject({ code: 'address_book_full' })
  })

  test('what shoppers say of themselves, until they leave; what is on its way keeps them', async () => {
    expect(await api.me.change({ nickname: ' 小满 ', keepsHistory: false })).toMatchObject({ nickname: '小满' })
    expect(await failureOf(api.me.bindPhone('used-1'))).toMatchObject({ code: 'phone_code_refused' })
    expect(await api.me.bindPhone('code')).toMatchObject({ phone: '138****8000' })
    await api.history.add([{ productId: 'mug', at: '2026-01-01T00:00:00Z' }])
    expect((await api.history.list()).items).toEqual([])
    expect((await api.me.data()).parts.profile).toMatchObject({ nickname: '小满' })
    expect((await api.me.deletion()).blockers).toEqual([])
    await api.me.remove()
    expect(await api.me.get()).toMatchObject({ nickname: null, phone: null })
  })

  test('favourites and what was looked at, each product once', async () => {
    await api.favourites.add(['mug', 'kettle'])
    await api.favourites.remove(['mug'])
    expect(await api.favourites.ids()).toEqual(['kettle'])
    const at = (minute: number) => new Date(Date.UTC(2025, 0, 1, 0, minute)).toISOString()
    await api.history.add([
      { productId: 'mug', at: at(1) },
      { productId: 'kettle', at: at(2) },
      { productId: 'mug', at: at(3) },
    ])
    expect((await api.history.list()).items.map(({ productId }) => productId)).toEqual(['mug', 'kettle'])
    await api.history.clear()
    expect((await api.history.list()).items).toEqual([])
  })

  test('coupons that were taken, until an order is placed with one', async () => {
    await api.wallet.take('welcome')
    expect(await failureOf(api.wallet.take('welcome'))).toMatchObject({ code: 'coupon_taken' })
    expect(await failureOf(api.wallet.take('gone'))).toMatchObject({ code: 'coupon_gone' })
    await api.wallet.take('big')
    const source = { kind: 'direct' as const, skuId: 'mug-sand', quantity: 1 }
    expect(await api.wallet.fitting({ source, address })).toMatchObject({
      usable: [{ code: COUPON.percent }],
      unusable: [{ code: COUPON.threshold, reason: 'below_threshold' }],
    })
    const { id } = await api.checkout.quote({ source, address, coupon: COUPON.percent })
    const order = { quoteId: id, source, address, fapiao: null, remark: '' }
    await api.orders.place(order, { idempotencyKey: 'key-1' })
    expect((await api.wallet.list('used')).map(({ code }) => code)).toEqual([COUPON.percent])
  })

  test('words for what is half typed', async () => {
    expect(await api.search.suggest('bei')).toContainEqual(expect.objectContaining({ kind: 'words', words: '杯' }))
    expect((await api.search.hotWords()).length).toBeGreaterThan(0)
  })
})
