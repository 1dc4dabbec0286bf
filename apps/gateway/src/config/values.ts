import { z } from 'zod'

/** Forms that many variables share. */
export const text = z.string().min(1, 'must not be empty')
export const address = z.url({ protocol: /^https?$/, error: 'must be an address that starts with http:// or https://' })
