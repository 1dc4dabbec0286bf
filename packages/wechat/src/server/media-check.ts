import { WechatApiError } from './errors'
import type { ApiAnswer } from './request'
import type { TextVerdict } from './text-check'

const PATH = '/wxa/media_check_async'
const SCENES = { profile: 1, comment: 2, forum: 3, social: 4 } as const
const IMAGE = 2

export interface CheckedPicture {
  /** Of whoever sent it; they must have been here within two hours. */
  openid: string
  scene: keyof typeof SCENES
  /** Where WeChat can load it; 10 MB at most. */
  url: string
}

/** What is thought of a picture, as the pushed event `wxa_media_check` says it. */
export interface MediaVerdict {
  traceId: string
  verdict: TextVerdict
}

/**
 * Asks what WeChat thinks of a picture (`media_check_async`, version 2). It answers within half an hour, by message push, under the
 * number this resolves with.
 *
 * @throws WechatApiError
 */
export async function checkPicture(
  call: (path: string, body: unknown, options: { safe: boolean }) => Promise<ApiAnswer>,
  { openid, scene, url }: CheckedPicture,
): Promise<string> {
  const body = { media_url: url, media_type: IMAGE, version: 2, scene: SCENES[scene], openid }
  const { trace_id: traceId } = await call(PATH, body, { safe: true })
  if (typeof traceId === 'string' && traceId !== '') return traceId
  throw new WechatApiError({ kind: 'system', path: PATH, httpStatus: 200, message: 'no trace_id in the answer' })
}

/** Reads the event `wxa_media_check`; null: it is none. What WeChat could not look at (an errcode) is in doubt. */
export function mediaVerdictOf(body: Record<string, unknown>): MediaVerdict | null {
  const { trace_id: traceId, errcode, result } = body
  if (typeof traceId !== 'string') return null
  const suggest = (result as { suggest?: unknown } | undefined)?.suggest
  const isKnown = suggest === 'pass' || suggest === 'risky'
  return { traceId, verdict: isKnown && Number(errcode ?? 0) === 0 ? suggest : 'review' }
}
