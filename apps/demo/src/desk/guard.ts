import type { IncomingMessage } from 'node:http'

/**
 * Only the desk's own page may use the desk. A foreign name that leads to this machine (DNS rebinding) is told by the
 * Host header; a foreign page that sends a form or asks for an address, by what every browser says of itself.
 */
export function mayUse({ method, url = '/', headers }: IncomingMessage, port: number): boolean {
  if (headers.host !== `127.0.0.1:${port}` && headers.host !== `localhost:${port}`) return false
  const from = headers['sec-fetch-site']
  if (method !== 'GET' && method !== 'HEAD') return from === 'same-origin'
  // The page itself may be opened from anywhere; what it reads is for itself.
  return !url.startsWith('/api/') || from === undefined || from === 'same-origin'
}
