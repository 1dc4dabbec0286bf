/** A setting given to `createWechatServer` or `createWechatPay` cannot work; thrown while the process starts, never later. */
export class WechatConfigError extends Error {
  override readonly name = 'WechatConfigError'

  constructor(
    /** The option at fault, as the caller spelled it: `apiV3Key`, `verification.publicKeys[0].pem`. */
    readonly setting: string,
    problem: string,
    options?: ErrorOptions,
  ) {
    super(`${setting}: ${problem}`, options)
  }
}

export function requireText(setting: string, value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '') throw new WechatConfigError(setting, 'must not be empty')
  return value
}

/** Checks an address once, so that no later error has to print a whole URL (it would hold secrets in its query). */
export function requireAddress(setting: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new WechatConfigError(setting, 'must be an http(s) address without query or fragment')
  }
  return url.href.replace(/\/+$/, '')
}
