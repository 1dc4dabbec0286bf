import { ApiError } from '../api-error'

/** Written out because WeChat's logic layer has neither URL nor URLSearchParams. */
type Value = string | number | boolean | null | undefined

/**
 * `/v1/orders/:orderId` with its parameters put in.
 *
 * @throws {ApiError} `not_found` for an id that cannot be one: a page opened without its parameter asks for nothing, and
 * `..` would be resolved into the address of another call.
 */
export function fillPath(template: string, params: Record<string, string> = {}): string {
  return template.replace(/:(\w+)/g, (_match, name: string) => {
    const id = params[name]
    if (!id || /^\.+$/.test(id)) throw new ApiError('not_found', { message: `${template} asked with ${name} "${id}"` })
    return encodeURIComponent(id)
  })
}

/** `?a=1&b=2`, or nothing. What is absent or empty is left out. */
export function queryString(query: Record<string, Value> = {}): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}
