/**
 * What the next callback does instead of simply arriving. A misbehaviour replaces the first attempt only: when the
 * merchant refuses it, the genuine callback follows by the retry schedule, as it would from WeChat.
 */
export type NextCallback =
  | { do: 'deliver' }
  /** First attempt `ms` later. */
  | { do: 'delay'; ms: number }
  /** The callback and `copies` (default 1) more of it, one after the other or all `together`. */
  | { do: 'duplicate'; copies?: number; together?: boolean }
  /** Held back until the callback after it has been sent. */
  | { do: 'reorder' }
  /** Signed with a key that is not the platform's. */
  | { do: 'forge-signature' }
  /** One byte of the ciphertext changed, correctly signed: only the GCM tag gives it away. */
  | { do: 'tamper-ciphertext' }
  /** Correctly signed, but `ageMs` (default 10 min) old. */
  | { do: 'stale-timestamp'; ageMs?: number }
  /** Correctly signed and encrypted, with another `total` (default 1 fen more). */
  | { do: 'wrong-amount'; total?: number }
  | { do: 'wrong-mchid' }
  | { do: 'wrong-appid' }
  /** WeChat's probe: a signature that starts with `WECHATPAY/SIGNTEST/` and must not verify. */
  | { do: 'signtest' }
  /** Never sent at all. */
  | { do: 'lose' }

/** A misbehaviour, or just its name when its defaults will do. */
export type NextCallbackInput = NextCallback | Exclude<NextCallback['do'], 'delay'>

const NAMES: readonly NextCallback['do'][] = [
  'deliver',
  'delay',
  'duplicate',
  'reorder',
  'forge-signature',
  'tamper-ciphertext',
  'stale-timestamp',
  'wrong-amount',
  'wrong-mchid',
  'wrong-appid',
  'signtest',
  'lose',
]

/** @throws RangeError for a name the sandbox does not know or a delay that is not a number. */
export function readNextCallback(input: NextCallbackInput): NextCallback {
  const next = (typeof input === 'string' ? { do: input } : input) as NextCallback
  if (!NAMES.includes(next?.do)) throw new RangeError(`unknown callback behaviour; use one of ${NAMES.join(', ')}`)
  if (next.do === 'delay' && !(next.ms >= 0)) throw new RangeError('delay needs ms')
  return next
}
