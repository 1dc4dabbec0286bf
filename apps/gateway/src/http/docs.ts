import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

/** Prints the contract as OpenAPI at `/openapi.json` and for reading at `/docs`. Before any route. */
export async function serveDocs(app: FastifyInstance, publicUrl: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Xiaopu gateway',
        description: 'What the storefront may ask, and under /v1/merchant what the people of the shop may.',
        version: '1',
      },
      servers: [{ url: publicUrl }],
      components: {
        securitySchemes: {
          session: { type: 'http', scheme: 'bearer', description: 'A shopper, from POST /v1/sessions' },
          staff: { type: 'http', scheme: 'bearer', description: 'Somebody of the shop, from POST /v1/merchant/staff' },
        },
      },
    },
    transform: withFiles,
    transformObject: jsonSchemaTransformObject,
  })
  await app.register(swaggerUi, { routePrefix: '/docs' })
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}

/** A file has no schema to check it by, but a reader has to know of it. */
const withFiles: typeof jsonSchemaTransform = (given) => {
  const printed = jsonSchemaTransform(given)
  const { file } = given.route.config ?? {}
  if (!file) return printed
  const form = {
    type: 'object',
    required: [file.field],
    properties: { [file.field]: { type: 'string', format: 'binary' } },
  }
  return { ...printed, schema: { ...printed.schema, consumes: ['multipart/form-data'], body: form } }
}
