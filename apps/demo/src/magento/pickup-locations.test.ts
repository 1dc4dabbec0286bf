import { parse } from 'csv-parse/sync'
import { demoStoresCsv } from '../seed/catalogue'
import { pickupLocations } from './pickup-locations'

test('every store of the demo can be picked up from, with its hours and its English in the description', async () => {
  const stores: Record<string, string>[] = parse(await demoStoresCsv(), { columns: true })
  const locations = pickupLocations(stores)
  expect(locations.map(({ code }) => code)).toEqual(stores.map(({ id }) => id))
  expect(locations[0]).toMatchObject({ region: 'CN-GD', city: '深圳', latitude: 22.517318, longitude: 113.946815 })
  expect(locations[0]?.description).toBe(
    [
      'hours: 1-5 10:00-22:00; 6,7 10:00-22:30',
      'services: pickup, returns, coffee',
      'en.name: Shiwu Shenzhen Bay',
      'en.city: Shenzhen',
      'en.address: 1F, 2888 Keyuan South Road, Nanshan',
    ].join('\n'),
  )
})

test('a store in a city whose province is not known is refused by name', () => {
  expect(() => pickupLocations([{ id: 'chengdu', 'city:zh-CN': '成都' }])).toThrow(
    'chengdu: add the province of 成都 to PROVINCES',
  )
})
