import { randomBytes } from 'node:crypto'
import { openidOf } from '../state/people'
import type { World } from '../world'
import { ServerApiError } from './errors'

export interface Code2SessionQuery {
  appid?: string
  secret?: string
  js_code?: string
  grant_type?: string
}

/** `GET /sns/jscode2session`: a login code becomes an openid, once. A success carries no errcode. */
export function code2session(world: World, query: Code2SessionQuery): { session_key: string; openid: string } {
  const { appid, secret } = world.options
  if (!query.appid) throw new ServerApiError(41002)
  if (!query.secret) throw new ServerApiError(41004)
  if (!query.js_code) throw new ServerApiError(41008)
  if (query.grant_type !== 'authorization_code') throw new ServerApiError(40002)
  if (query.appid !== appid) throw new ServerApiError(40013)
  if (query.secret !== secret) throw new ServerApiError(40125)
  const personId = world.loginCodes.redeem(query.js_code, world.clock.now())
  return { session_key: randomBytes(16).toString('base64'), openid: openidOf(personId, appid) }
}
