import { createHmac } from 'node:crypto'

/** One entry of a WeChat address book, as `wx.chooseAddress` hands it over. */
export interface WechatAddress {
  userName: string
  postalCode: string
  provinceName: string
  cityName: string
  countyName: string
  streetName: string
  detailInfo: string
  detailInfoNew: string
  /** GB/T 2260 code of the county. */
  nationalCode: string
  telNumber: string
}

/** One invoice title, as `wx.chooseInvoiceTitle` hands it over. */
export interface WechatInvoiceTitle {
  /** `'0'` company, `'1'` person. */
  type: '0' | '1'
  title: string
  taxNumber: string
  companyAddress: string
  telephone: string
  bankName: string
  bankAccount: string
}

/** A GCJ-02 position, as `wx.getLocation({ type: 'gcj02' })` hands it over. */
export interface WechatLocation {
  latitude: number
  longitude: number
  speed: number
  /** Metres. */
  accuracy: number
  altitude: number
  verticalAccuracy: number
  horizontalAccuracy: number
}

/** Someone with a phone, known to WeChat. */
export interface Person {
  id: string
  name: string
  /** The number bound to the account, as the phone-number button gives it. */
  telNumber: string
  addresses: WechatAddress[]
  invoiceTitles: WechatInvoiceTitle[]
  location: WechatLocation
}

/** 28 characters, the same for the same person and Mini Program, different for every other Mini Program. */
export function openidOf(personId: string, appid: string): string {
  return `o${createHmac('sha256', appid).update(personId).digest('base64url').slice(0, 27)}`
}

/** The people WeChat knows here, found by their id or by an openid. */
export class People {
  private readonly byId: Map<string, Person>

  constructor(people: readonly Person[]) {
    this.byId = new Map(people.map((person) => [person.id, person]))
  }

  all(): Person[] {
    return [...this.byId.values()]
  }

  find(id: string): Person | undefined {
    return this.byId.get(id)
  }

  withOpenid(openid: string, appid: string): Person | undefined {
    return this.all().find((person) => openidOf(person.id, appid) === openid)
  }
}
