import { APPID } from '../test-side/merchant'
import { SHOPPER, Shop } from '../test-side/shop'
import { DEMO_PEOPLE } from './demo-people'
import { openidOf } from './people'

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** GB 32100-2015: the last of the 18 characters checks the 17 before it. */
function unifiedCodeHolds(code: string): boolean {
  const sum = [...code.slice(0, 17)].reduce(
    (total, char, index) => total + USCC_ALPHABET.indexOf(char) * (3 ** index % 31),
    0,
  )
  return code.length === 18 && USCC_ALPHABET[(31 - (sum % 31)) % 31] === code[17]
}

/** GB 11714-1997: characters 9 to 17 are an organisation code with a check digit of its own. */
function organisationCodeHolds(code: string): boolean {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const body = [...code.slice(8, 16)]
  const sum = body.reduce((total, char, index) => total + ORGANISATION_ALPHABET.indexOf(char) * weights[index]!, 0)
  return '0123456789X0'[(11 - (sum % 11)) % 11] === code[16]
}

const addresses = DEMO_PEOPLE.flatMap((person) => person.addresses)
const titles = DEMO_PEOPLE.flatMap((person) => person.invoiceTitles)

describe('the demo shoppers', () => {
  it.each(addresses)('$userName can be delivered to', (address) => {
    expect(address.telNumber).toMatch(/^140\d{8}$/)
    expect(address.postalCode).toMatch(/^\d{6}$/)
    expect(address.nationalCode).toMatch(/^\d{6}$/)
    for (const part of [
      address.provinceName,
      address.cityName,
      address.countyName,
      address.streetName,
      address.detailInfo,
    ])
      expect(part).not.toBe('')
  })

  it.each(titles.filter(({ type }) => type === '0'))(
    '$title has a tax number whose check digits hold',
    ({ taxNumber }) => {
      expect(unifiedCodeHolds(taxNumber)).toBe(true)
      expect(organisationCodeHolds(taxNumber)).toBe(true)
    },
  )

  it('persons have invoice titles without a tax number', () => {
    const personal = titles.filter(({ type }) => type === '1')
    expect(personal.length).toBeGreaterThan(0)
    for (const { taxNumber } of personal) expect(taxNumber).toBe('')
  })

  it('an openid is 28 characters, the same each time, and another in another Mini Program', () => {
    expect(openidOf(SHOPPER, APPID)).toMatch(/^o[\w-]{27}$/)
    expect(openidOf(SHOPPER, APPID)).toBe(openidOf(SHOPPER, APPID))
    expect(openidOf(SHOPPER, 'wxanother')).not.toBe(openidOf(SHOPPER, APPID))
  })
})

describe('a phone asks WeChat', () => {
  let shop: Shop
  beforeAll(async () => {
    shop = await Shop.open()
  })
  afterAll(() => shop.close())

  it('who there is, and for the address book, the invoice titles and the place of one person', async () => {
    const person = DEMO_PEOPLE[0]!
    const people = (await shop.get('/device/people')).json
    expect(people).toHaveLength(3)
    expect(people[0]).toEqual({ id: SHOPPER, name: '林小满', openid: openidOf(SHOPPER, APPID) })
    expect((await shop.get(`/device/people/${SHOPPER}/addresses`)).json).toEqual(person.addresses)
    expect((await shop.get(`/device/people/${SHOPPER}/invoice-titles`)).json).toEqual(person.invoiceTitles)
    expect((await shop.get(`/device/people/${SHOPPER}/location`)).json).toEqual(person.location)
  })

  it('nothing of a person WeChat does not know', async () => {
    const answer = await shop.get('/device/people/nobody/addresses')
    expect(answer.status).toBe(404)
    expect(answer.json.message).toContain('nobody')
  })
})
