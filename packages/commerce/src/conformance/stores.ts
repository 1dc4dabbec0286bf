import { CONFORMANCE_STORES } from './catalogue'
import type { Bench } from './shop'

export function describeStores({ backend }: Bench): void {
  test('an unknown shop is null', async () => {
    expect(await backend.stores.get({ locale: 'zh-CN' }, 'no-such-store')).toBeNull()
  })

  test.each(['zh-CN', 'en'] as const)(
    'shops are listed in %s, with where they are and when they open',
    async (locale) => {
      const stores = await backend.stores.list({ locale })
      expect(
        stores.map(({ name, city, address, location, phone, hours }) => ({
          name,
          city,
          address,
          location,
          phone,
          hours,
        })),
      ).toEqual(
        CONFORMANCE_STORES.map(({ name, city, address, latitude, longitude, phone, hours }) => ({
          name: name[locale],
          city: city[locale],
          address: address[locale],
          location: { latitude, longitude },
          phone,
          hours,
        })),
      )
      expect(await backend.stores.get({ locale }, stores[0]!.id)).toEqual(stores[0])
    },
  )
}
