import { z } from 'zod'
import { Id, Instant } from './primitives'

export const SignIn = z.strictObject({
  code: z.string().min(1).max(128).describe('From wx.login: single use, 5 minutes'),
})
export type SignIn = z.infer<typeof SignIn>

export const Shopper = z
  .object({
    id: Id,
    nickname: z.string().nullable(),
    avatar: z.string().nullable(),
    avatarCheck: z
      .enum(['checking', 'passed', 'held', 'refused'])
      .nullable()
      .describe(
        'checking, held: nobody else sees it yet. refused: WeChat found it risky, and it was taken away. null: no picture, or nobody looks',
      ),
    since: Instant,
    phone: z.string().nullable().describe('Bound by the phone button, masked: 138****8000'),
    keepsHistory: z.boolean().describe('Whether what is looked at is kept'),
  })
  .meta({ id: 'Shopper' })
export type Shopper = z.infer<typeof Shopper>

/** `token` is opaque and goes into `Authorization: Bearer …`. It says nothing and can be revoked. */
export const Session = z.object({ token: z.string(), expiresAt: Instant, shopper: Shopper }).meta({ id: 'Session' })
export type Session = z.infer<typeof Session>
