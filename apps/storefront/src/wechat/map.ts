import Taro from '@tarojs/taro'
import { type Answer, ask } from './answer'
import type { GeoPoint } from './location'

export interface Place extends GeoPoint {
  name: string
  address: string
}

/** Opens WeChat's map on a place, from where the shopper can navigate. Coordinates in GCJ-02. */
export const openMap = ({ latitude, longitude, name, address }: Place): Promise<Answer<void>> =>
  ask(
    () => Taro.openLocation({ latitude, longitude, name, address, scale: 16 }),
    () => undefined,
  )
