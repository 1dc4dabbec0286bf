import { nonce } from '../state/ids'
import type { World } from '../world'
import { ServerApiError } from './errors'

/** What comes of looking at a picture. */
export type MediaSuggestion = 'pass' | 'review' | 'risky'

const DEFAULT_PAUSE_MS = 2_000
const LABELS: Record<MediaSuggestion, number> = { pass: 100, review: 21_000, risky: 20_002 }

/** `POST /wxa/media_check_async`, version 2: the answer is only that it will be looked at; what comes of it is pushed. */
export function mediaCheck(world: World, body: Record<string, unknown>): Record<string, unknown> {
  const { media_url, media_type, version, scene, openid } = body
  if (version !== 2 || (media_type !== 1 && media_type !== 2)) throw new ServerApiError(47001)
  if (typeof media_url !== 'string' || !URL.canParse(media_url)) throw new ServerApiError(44002)
  if (![1, 2, 3, 4].includes(scene as number)) throw new ServerApiError(40129)
  if (typeof openid !== 'string' || !world.people.withOpenid(openid, world.options.appid))
    throw new ServerApiError(40003)
  const trace_id = `media-${nonce(16)}`
  const suggest = world.mishaps.takeMediaSuggestion()
  world.agenda.at(world.clock.now() + (world.options.mediaCheckMs ?? DEFAULT_PAUSE_MS), async () => {
    const label = LABELS[suggest]
    world.pushes.push('wxa_media_check', {
      ...{ appid: world.options.appid, trace_id, version: 2, errcode: 0, errmsg: 'ok' },
      result: { suggest, label },
      detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
    })
  })
  return { errcode: 0, errmsg: 'ok', trace_id }
}
