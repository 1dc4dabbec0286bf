import Taro from '@tarojs/taro'
import { type Answer, ask } from './answer'

/** Degrees in GCJ-02, the datum of WeChat's map. */
export interface GeoPoint {
  latitude: number
  longitude: number
}

/** WeChat refuses a second question within this time, so the last answer serves again. */
const ASK_AGAIN_MS = 30_000
let last: { at: number; point: GeoPoint } | undefined

/** Where the shopper is. Asks for permission on its first call: call it on a tap that makes sense. */
export async function whereAmI(now = Date.now()): Promise<Answer<GeoPoint>> {
  if (last && now - last.at < ASK_AGAIN_MS) return { status: 'ok', value: last.point }
  const answer = await ask(
    () => Taro.getLocation({ type: 'gcj02' }),
    ({ latitude, longitude }) => ({ latitude, longitude }),
  )
  if (answer.status === 'ok') last = { at: now, point: answer.value }
  return answer
}

/** Where the shopper is, if they have allowed it before; otherwise null, and nobody is asked anything. */
export async function whereAmIIfAllowed(now = Date.now()): Promise<GeoPoint | null> {
  const allowed = await ask(
    () => Taro.getSetting({}),
    ({ authSetting }) => authSetting['scope.userLocation'] === true,
  )
  if (allowed.status !== 'ok' || !allowed.value) return null
  const answer = await whereAmI(now)
  return answer.status === 'ok' ? answer.value : null
}
