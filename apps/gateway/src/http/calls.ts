import type { ShopperContext } from '@xiaopu/commerce'
import {
  type Locale,
  type MerchantRoutes,
  merchantRoutes,
  type RouteContract,
  type Routes,
  routes,
  type StaffMember,
} from '@xiaopu/contract'
import type { FastifyBaseLogger } from 'fastify'
import type { z } from 'zod'

/** Who calls, found by the session token. */
export interface SignedInShopper {
  id: string
  /** Names the session in rate limits and sign-out; the token itself is not kept. */
  sessionId: string
}

/** Every call there is: the shoppers' and those of the shop's own people. */
export const allRoutes: Routes & MerchantRoutes = { ...routes, ...merchantRoutes }
type AllRoutes = typeof allRoutes
export type AnyRouteName = keyof AllRoutes

type Parsed<Route, Part extends string> =
  Route extends Record<Part, infer Schema extends z.ZodType> ? z.output<Schema> : undefined

/** One call of the contract, checked: what a module's handler gets instead of a raw request. */
export interface Call<Name extends AnyRouteName> {
  params: Parsed<AllRoutes[Name], 'params'>
  query: Parsed<AllRoutes[Name], 'query'>
  body: Parsed<AllRoutes[Name], 'body'>
  /** Present exactly on routes that take a file: its bytes, whatever they claim to be. */
  file: AllRoutes[Name] extends { file: object } ? Buffer : undefined
  locale: Locale
  /** Present exactly on routes that need a session. */
  shopper: AllRoutes[Name]['auth'] extends 'shopper' ? SignedInShopper : undefined
  /** Present exactly on routes of the shop's own people. */
  staff: AllRoutes[Name]['auth'] extends 'staff' | 'owner' ? StaffMember : undefined
  /** Present exactly on idempotent routes. */
  idempotencyKey: AllRoutes[Name] extends { idempotent: true } ? string : undefined
  log: FastifyBaseLogger
}

export type Handler<Name extends AnyRouteName> = (call: Call<Name>) => Promise<z.input<AllRoutes[Name]['response']>>

/** Handlers of some routes: what a module's `routes.ts` gives. */
export type Handlers<Names extends AnyRouteName> = { [Name in Names]: Handler<Name> }

/** What the commerce port wants to know of a shopper's call. */
export const shopperContext = (call: { shopper: SignedInShopper; locale: Locale }): ShopperContext => ({
  locale: call.locale,
  customer: { id: call.shopper.id },
})

/** The contract's row, with its optional members in sight. */
export const contractOf = (route: AllRoutes[AnyRouteName]): RouteContract => route
