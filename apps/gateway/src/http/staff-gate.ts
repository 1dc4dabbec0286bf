import type { StaffMember } from '@xiaopu/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from './refusal'

/** Finds who of the shop holds a token. */
export type FindStaff = (token: string) => Promise<StaffMember | null>

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route is for the shop's own people: a shopper's session is no key to it. */
    needsStaff?: boolean
  }
  interface FastifyRequest {
    staff: StaffMember | undefined
  }
}

/** Reads who calls before the rate limiter counts; `requireStaff` and `requireOwner` judge. */
export function readStaff(app: FastifyInstance, find: FindStaff): void {
  app.decorateRequest('staff', undefined)
  app.addHook('onRequest', async (request) => {
    if (!request.routeOptions.config.needsStaff) return
    const token = /^Bearer ([\w-]{32,200})$/i.exec(request.headers.authorization ?? '')?.[1]
    request.staff = token === undefined ? undefined : ((await find(token)) ?? undefined)
  })
}

/** Runs before the body is read. */
export async function requireStaff(request: FastifyRequest): Promise<void> {
  if (!request.staff) throw new Refusal('staff_required')
}

export async function requireOwner(request: FastifyRequest): Promise<void> {
  await requireStaff(request)
  if (request.staff?.role !== 'owner') throw new Refusal('owner_required')
}
