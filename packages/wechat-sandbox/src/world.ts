import type { Mishaps } from './control/mishaps'
import type { Cashier } from './device/cashier'
import type { CallbackEngine } from './notify/engine'
import type { MessagePushes } from './notify/message-push'
import type { WechatSandboxOptions } from './options'
import type { PlatformIdentity } from './pay/platform-identity'
import type { AccessTokens } from './server-api/access-tokens'
import type { CodePool } from './server-api/codes'
import type { Parcels } from './server-api/express'
import type { Agenda } from './state/agenda'
import type { SandboxClock } from './state/clock'
import type { Ledger } from './state/ledger'
import type { People } from './state/people'
import type { Subscriptions } from './state/subscriptions'

/** What every room of the sandbox shares. */
export interface World {
  options: WechatSandboxOptions
  clock: SandboxClock
  agenda: Agenda
  ledger: Ledger
  people: People
  subscriptions: Subscriptions
  platform: PlatformIdentity
  mishaps: Mishaps
  loginCodes: CodePool
  phoneCodes: CodePool
  tokens: AccessTokens
  parcels: Parcels
  cashier: Cashier
  callbacks: CallbackEngine
  pushes: MessagePushes
}
