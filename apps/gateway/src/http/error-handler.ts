import { BackendUnavailable } from '@xiaopu/commerce'
import type { MerchantProblem } from '@xiaopu/contract'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { isDatabaseAway } from './database-away'
import { PROBLEM_TYPE, problemOf } from './problem'
import { Refusal } from './refusal'
import { isShopperGone } from './shopper-gone'

/** Every failure of every route becomes one problem document here, and nowhere else. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const refusal = asRefusal(error)
    if (refusal.statusCode >= 500) logFault(request, refusal, error)
    else request.log.info({ problem: refusal.code }, 'refused')
    return sendProblem(reply, problemOf(refusal.code, request.id, refusal.details))
  })
  app.setNotFoundHandler((request, reply) => sendProblem(reply, problemOf('not_found', request.id)))
}

export function sendProblem(reply: FastifyReply, problem: MerchantProblem) {
  // A failure must not be kept by a cache that was promised a page.
  reply.removeHeader('cache-control').removeHeader('etag').header('x-request-id', problem.requestId)
  return reply.code(problem.status).header('content-type', PROBLEM_TYPE).serializer(JSON.stringify).send(problem)
}

/** What an error means to the caller. An unknown one means only that it is our fault. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof BackendUnavailable || isDatabaseAway(error)) return new Refusal('commerce_unavailable')
  if (isShopperGone(error)) return new Refusal('session_expired')
  if (hasZodFastifySchemaValidationErrors(error)) return invalidInput(error)
  return ofFastify(error as Partial<FastifyError>)
}

function invalidInput(error: Pick<FastifyError, 'validationContext'> & { validation: readonly unknown[] }): Refusal {
  const where = error.validationContext ?? 'request'
  const fields = error.validation.map((issue) => {
    const { instancePath, message } = issue as { instancePath: string; message?: string }
    return { path: fieldPath([where, ...instancePath.split('/').filter(Boolean)]), message: message ?? 'is not valid' }
  })
  return new Refusal('validation_failed', { fields })
}

/** `body.document.blocks[3].title` */
const fieldPath = (steps: string[]) =>
  steps.map((step, place) => (/^\d+$/.test(step) ? `[${step}]` : place > 0 ? `.${step}` : step)).join('')

function ofFastify({ code, statusCode }: Partial<FastifyError>): Refusal {
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Refusal('payload_too_large')
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Refusal('unsupported_media_type')
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new Refusal('not_found')
  }
  // What is left below 500 is a body that broke off, is empty, or is no JSON.
  return new Refusal(statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? 'malformed_body' : 'internal')
}

function logFault(request: FastifyRequest, refusal: Refusal, error: unknown): void {
  request.log.error({ err: refusal === error ? (refusal.cause ?? refusal) : error, problem: refusal.code }, 'failed')
}
