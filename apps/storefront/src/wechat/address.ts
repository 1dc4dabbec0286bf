import Taro from '@tarojs/taro'
import { type Answer, ask } from './answer'

/** An address of the shopper's WeChat address book. */
export interface WechatAddress {
  recipient: string
  phone: string
  province: string
  city: string
  district: string
  /** Sub-district; empty on old clients. */
  street: string
  /** The rest: road, number, building. */
  detail: string
  postalCode: string
  /** Six digits of the administrative division; empty where WeChat does not know it. */
  nationalCode: string
}

/** Opens the address book. Needs `chooseAddress` in requiredPrivateInfos. */
export const chooseAddress = (): Promise<Answer<WechatAddress>> =>
  ask(
    () => Taro.chooseAddress() as Promise<WechatMiniprogram.ChooseAddressSuccessCallbackResult>,
    (chosen) => ({
      recipient: chosen.userName,
      phone: chosen.telNumber,
      province: chosen.provinceName,
      city: chosen.cityName,
      district: chosen.countyName,
      street: chosen.streetName ?? '',
      // detailInfoNew leaves the street out, detailInfo may repeat it; an old client only has the latter.
      detail: chosen.detailInfoNew || chosen.detailInfo,
      postalCode: chosen.postalCode ?? '',
      nationalCode: chosen.nationalCode ?? '',
    }),
  )
