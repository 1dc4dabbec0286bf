import {
  type Address,
  type AddressToSave,
  MAX_ADDRESSES,
  type ParsedAddress,
  type Region,
  type SavedAddress,
} from '@xiaopu/contract'
import { Refusal } from './refusal'

const PARTS = ['name', 'phone', 'province', 'city', 'district', 'detail'] as const
const isSame = (one: Address, other: Address) => PARTS.every((part) => one[part] === other[part])

/** Two provinces are enough to choose from. */
export const REGIONS: Region[] = [
  {
    code: '310000',
    name: '上海市',
    children: [
      {
        code: '310100',
        name: '上海市',
        children: [
          { code: '310101', name: '黄浦区' },
          { code: '310104', name: '徐汇区' },
        ],
      },
    ],
  },
  {
    code: '440000',
    name: '广东省',
    children: [
      { code: '440100', name: '广州市', children: [{ code: '440104', name: '越秀区' }] },
      {
        code: '440300',
        name: '深圳市',
        children: [
          { code: '440304', name: '福田区' },
          { code: '440305', name: '南山区' },
        ],
      },
    ],
  },
]

/** Shoppers' address books. */
export function createAddresses() {
  const books = new Map<string, SavedAddress[]>()
  let made = 0
  const book = (shopper: string) => books.get(shopper) ?? []

  /** The one just written goes to the front of those that are no default. */
  function put(shopper: string, address: SavedAddress): SavedAddress {
    const others = book(shopper).filter(({ id }) => id !== address.id)
    const written = { ...address, isDefault: address.isDefault || others.every(({ isDefault }) => !isDefault) }
    const rest = written.isDefault ? others.map((other) => ({ ...other, isDefault: false })) : others
    const sorted = [written, ...rest].sort((one, other) => Number(other.isDefault) - Number(one.isDefault))
    books.set(shopper, sorted)
    return written
  }
  function find(shopper: string, id: string): SavedAddress {
    const found = book(shopper).find((address) => address.id === id)
    if (!found) throw new Refusal('not_found')
    return found
  }

  return {
    list: (shopper: string) => ({ addresses: book(shopper) }),
    save(shopper: string, { fromWechat: _, ...address }: AddressToSave): SavedAddress {
      const same = book(shopper).find((one) => isSame(one, address))
      if (same) return put(shopper, { ...same, ...address, isDefault: address.isDefault || same.isDefault })
      if (book(shopper).length >= MAX_ADDRESSES) throw new Refusal('address_book_full')
      return put(shopper, { ...address, id: `address-${++made}` })
    },
    change(shopper: string, id: string, { fromWechat: _, ...address }: AddressToSave): SavedAddress {
      const before = find(shopper, id)
      return put(shopper, { ...address, id, isDefault: address.isDefault || before.isDefault })
    },
    remove(shopper: string, id: string): void {
      const gone = find(shopper, id)
      const [next, ...rest] = book(shopper).filter((address) => address.id !== id)
      books.set(shopper, next ? [{ ...next, isDefault: next.isDefault || gone.isDefault }, ...rest] : [])
    },
    /** Reads what is separated by commas: name, phone, province, city, district, the rest. */
    parse(text: string): ParsedAddress {
      const [name = '', phone = '', province = '', city = '', district = '', ...detail] = text.split(/[,，]/)
      return { name, phone, province, city, district, detail: detail.join(''), nationalCode: null }
    },
  }
}

export type Addresses = ReturnType<typeof createAddresses>
