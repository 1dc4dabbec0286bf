import type { ShopperContext } from '@xiaopu/commerce'
import type { Locale, RouteContract, RouteName, Routes } from '@xiaopu/contract'
import type { FastifyBaseLogger } from 'fastify'
import type { z } from 'zod'

/** Who calls, found by the session token. */
export interface SignedInShopper {
  id: string
  /** Names the session in rate limits and sign-out; the token itself is not kept. */
  sessionId: string
}

type Parsed<Route, Part extends string> =
  Route extends Record<Part, infer Schema extends z.ZodType> ? z.output<Schema> : undefined

/** One call of the contract, checked: what a module's handler gets instead of a raw request. */
export interface Call<Name extends RouteName> {
  params: Parsed<Routes[Name], 'params'>
  query: Parsed<Routes[Name], 'query'>
  body: Parsed<Routes[Name], 'body'>
  locale: Locale
  /** Present exactly on routes that need a session. */
  shopper: Routes[Name]['auth'] extends 'shopper' ? SignedInShopper : undefined
  /** Present exactly on idempotent routes. */
  idempotencyKey: Routes[Name] extends { idempotent: true } ? string : undefined
  log: FastifyBaseLogger
}

export type Handler<Name extends RouteName> = (call: Call<Name>) => Promise<z.input<Routes[Name]['response']>>

/** Handlers of some routes: what a module's `routes.ts` gives. */
export type Handlers<Names extends RouteName> = { [Name in Names]: Handler<Name> }

/** What the commerce port wants to know of a shopper's call. */
export const shopperContext = (call: { shopper: SignedInShopper; locale: Locale }): ShopperContext => ({
  locale: call.locale,
  customer: { id: call.shopper.id },
})

/** The contract's row, with its optional members in sight. */
export const contractOf = (route: Routes[RouteName]): RouteContract => route
