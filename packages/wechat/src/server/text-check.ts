import { WechatApiError } from './errors'
import type { ApiAnswer } from './request'

const PATH = '/wxa/msg_sec_check'
/** What one check may read, characters. */
const LONGEST = 2_500

/** Where the text is to be shown; the numbers are WeChat's. */
const SCENES = { profile: 1, comment: 2, forum: 3, social: 4 } as const

export interface CheckedText {
  /** Of whoever wrote it; they must have been here within two hours. */
  openid: string
  scene: keyof typeof SCENES
  content: string
  nickname?: string
}

/** `risky`: refuse it. `review`: a person should look at it. */
export type TextVerdict = 'pass' | 'review' | 'risky'

/**
 * What WeChat thinks of a text somebody wrote (`msg_sec_check`, version 2). Longer ones are checked piece by piece; the worst verdict
 * counts.
 *
 * @throws WechatApiError `refused` also when the writer has not been here for two hours (61010)
 */
export async function checkText(
  call: (path: string, body: unknown, options: { safe: boolean }) => Promise<ApiAnswer>,
  { openid, scene, content, nickname }: CheckedText,
): Promise<TextVerdict> {
  const verdicts: TextVerdict[] = []
  for (const piece of piecesOf(content)) {
    const body = { version: 2, openid, scene: SCENES[scene], content: piece, ...(nickname && { nickname }) }
    verdicts.push(verdictOf(await call(PATH, body, { safe: true })))
  }
  return verdicts.includes('risky') ? 'risky' : verdicts.includes('review') ? 'review' : 'pass'
}

/** An emoji is not cut in two. */
function piecesOf(content: string): string[] {
  const characters = [...content]
  const pieces: string[] = []
  for (let at = 0; at < characters.length; at += LONGEST) pieces.push(characters.slice(at, at + LONGEST).join(''))
  return pieces
}

function verdictOf({ result }: ApiAnswer): TextVerdict {
  const suggest = (result as { suggest?: unknown } | undefined)?.suggest
  if (suggest === 'pass' || suggest === 'review' || suggest === 'risky') return suggest
  throw new WechatApiError({ kind: 'system', path: PATH, httpStatus: 200, message: 'no verdict in the answer' })
}
