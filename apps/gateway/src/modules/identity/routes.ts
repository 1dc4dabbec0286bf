import type { Handlers } from '../../http/calls'
import type { Identity } from './service'

export const identityRoutes = (identity: Identity): Handlers<'signIn' | 'signOut'> => ({
  signIn: ({ body }) => identity.signIn(body.code),
  signOut: ({ shopper }) => identity.signOut(shopper.sessionId),
})
