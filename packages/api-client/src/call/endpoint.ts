import type { RouteName, Routes } from '@xiaopu/contract'

/** What a schema reads and gives, without its library: types are all that may cross from the contract. */
type Output<Schema> = Schema extends { _zod: { output: infer Type } } ? Type : never
type Input<Schema> = Schema extends { _zod: { input: infer Type } } ? Type : never
type PartOf<Name extends RouteName, Part extends string> =
  Routes[Name] extends Record<Part, infer Schema> ? Schema : never

export type Answer<Name extends RouteName> = Output<Routes[Name]['response']>
export type Body<Name extends RouteName> = Input<PartOf<Name, 'body'>>
export type Params<Name extends RouteName> = Input<PartOf<Name, 'params'>> & Record<string, string>

/** As much of a route as the phone has to know. The compiler compares it with the contract's table, letter by letter. */
export type Endpoint<Name extends RouteName> = { name: Name } & Pick<
  Routes[Name],
  'method' | 'path' | 'auth' | 'status'
>

export const endpoint = <const Name extends RouteName>(route: Endpoint<Name>): Endpoint<Name> => route

/** A part of a request once the gateway's schema has read it: defaults filled in, numbers made of text. */
export type Parsed<Name extends RouteName, Part extends 'params' | 'query' | 'body'> = Output<PartOf<Name, Part>>
