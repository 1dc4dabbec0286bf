import type { World } from '../world'
import { ServerApiError } from './errors'

const LONGEST = 2_500

/** The two texts of WeChat's own documentation that are there to be found, and what comes of them. */
const FOUND = [
  { words: '特3456书yuuo莞6543李zxcz蒜7782法fgnv级', suggest: 'risky', label: 20_006 },
  { words: '完2347全dfji试3726测asad感3847知qwez到', suggest: 'review', label: 21_000 },
]

/** `POST /wxa/msg_sec_check`, version 2: what somebody wrote, before it is shown. */
export function textCheck(world: World, body: Record<string, unknown>): Record<string, unknown> {
  const { version, openid, scene, content } = body
  if (version !== 2 || typeof content !== 'string' || [...content].length > LONGEST) throw new ServerApiError(47001)
  if (content === '') throw new ServerApiError(44002)
  if (![1, 2, 3, 4].includes(scene as number)) throw new ServerApiError(40129)
  if (typeof openid !== 'string' || !world.people.withOpenid(openid, world.options.appid))
    throw new ServerApiError(40003)
  const read = [content, body.title, body.nickname, body.signature].join('\n')
  const { suggest, label } = FOUND.find(({ words }) => read.includes(words)) ?? { suggest: 'pass', label: 100 }
  return {
    errcode: 0,
    errmsg: 'ok',
    trace_id: `check-${world.clock.now()}`,
    result: { suggest, label },
    detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
  }
}
