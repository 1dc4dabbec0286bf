import type { MultipartFile } from '@fastify/multipart'
import type { RouteContract } from '@xiaopu/contract'
import type { FastifyError, FastifyRequest } from 'fastify'
import { Refusal } from './refusal'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes a file; its documentation says so. */
    file?: RouteContract['file']
  }
}

/** What a form may weigh besides its file: boundaries, names, types. */
const FORM_BYTES = 16 * 1024

/**
 * The one file of a multipart form.
 *
 * @throws Refusal `unsupported_media_type`, `payload_too_large`, `validation_failed`: it is not one file under its name
 */
export async function receiveFile(
  request: FastifyRequest,
  { field, maxBytes }: NonNullable<RouteContract['file']>,
): Promise<Buffer> {
  if (!request.isMultipart()) throw new Refusal('unsupported_media_type')
  // Said before the first byte is read, where the sender says how much it will be.
  if (Number(request.headers['content-length'] ?? 0) > maxBytes + FORM_BYTES) throw new Refusal('payload_too_large')
  let bytes: Buffer | undefined
  try {
    const limits = { files: 1, fields: 0, parts: 1, fileSize: maxBytes, headerPairs: 20 }
    for await (const part of request.files({ limits })) bytes = await read(part, field)
  } catch (error) {
    throw asRefusal(error)
  }
  if (!bytes) throw oneFile(field)
  return bytes
}

async function read(part: MultipartFile, field: string): Promise<Buffer> {
  const bytes = await part.toBuffer()
  if (part.fieldname !== field) throw oneFile(field)
  return bytes
}

const oneFile = (field: string) =>
  new Refusal('validation_failed', { fields: [{ path: `body.${field}`, message: 'one file, and nothing else' }] })

function asRefusal(error: unknown): unknown {
  switch ((error as Partial<FastifyError>).code) {
    case 'FST_REQ_FILE_TOO_LARGE':
      return new Refusal('payload_too_large')
    case 'FST_FILES_LIMIT':
    case 'FST_FIELDS_LIMIT':
    case 'FST_PARTS_LIMIT':
      return oneFile('file')
  }
  return error
}
