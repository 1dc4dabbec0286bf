import {
  type DocumentNode,
  defaultFieldResolver,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql'
import { inputError, MagentoError, NotModelled } from './errors'
import { complexityOf, depthOf, tooComplex, tooDeep } from './limits'
import type { View, Visit } from './visit'

export interface Operation {
  document: DocumentNode
  definition: OperationDefinitionNode
  variables: Record<string, unknown>
  /** Root fields, by which faults name an operation. */
  fields: string[]
}

/** The operation, if a Magento of this schema accepts it; else what it answers. */
export function acceptOperation(
  schema: GraphQLSchema,
  { magento }: Pick<Visit, 'magento'>,
  request: { query: string; variables: Record<string, unknown>; operationName?: string },
): Operation | { errors: readonly GraphQLError[] } {
  const read = readDocument(schema, request.query)
  if ('unreadable' in read) return { errors: [read.unreadable] }
  const { document } = read
  const operations = document.definitions.filter(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  )
  const definition = request.operationName
    ? operations.find(({ name }) => name?.value === request.operationName)
    : operations[0]
  if (!definition || (operations.length > 1 && !request.operationName)) {
    return { errors: [inputError('Must provide operation name if query contains multiple operations.')] }
  }
  const invalid = read.invalid()
  if (invalid.length > 0) return { errors: invalid }
  const fields = definition.selectionSet.selections.flatMap((node) =>
    node.kind === Kind.FIELD ? [node.name.value] : [],
  )
  const { settings, faults } = magento
  if (!settings.introspection && fields.some((field) => field === '__schema' || field === '__type')) {
    return { errors: [inputError('GraphQL introspection is not allowed, but the query contained __schema or __type')] }
  }
  const depth = depthOf(document)
  if (depth > settings.maximumDepth) return { errors: [tooDeep(settings.maximumDepth, depth)] }
  let complexity: number
  try {
    complexity = complexityOf(schema, document, request.variables, request.operationName)
  } catch (error) {
    // Variables that do not fit their types.
    return { errors: [error as GraphQLError] }
  }
  if (complexity > settings.maximumComplexity) return { errors: [tooComplex(settings.maximumComplexity, complexity)] }
  if (faults.strike('complexityRefused', fields)) return { errors: [tooComplex(1, complexity)] }
  return { document, definition, variables: request.variables, fields }
}

type ReadDocument = { document: DocumentNode; invalid(): readonly GraphQLError[] } | { unreadable: GraphQLError }

const documents = new WeakMap<GraphQLSchema, Map<string, ReadDocument>>()
/** Far more than a client has; one that writes values into its documents would fill the memory. */
const MOST_DOCUMENTS = 1_000

/** A client sends the same few documents again and again: each is parsed, and held against the schema, once. */
function readDocument(schema: GraphQLSchema, query: string): ReadDocument {
  const known = documents.get(schema) ?? new Map<string, ReadDocument>()
  if (known.size > MOST_DOCUMENTS) known.clear()
  documents.set(schema, known)
  const kept = known.get(query)
  if (kept) return kept
  const read = parsed(schema, query)
  known.set(query, read)
  return read
}

function parsed(schema: GraphQLSchema, query: string): ReadDocument {
  try {
    const document = parse(query)
    let invalid: readonly GraphQLError[] | undefined
    return { document, invalid: () => (invalid ??= validate(schema, document)) }
  } catch (error) {
    return { unreadable: error as GraphQLError }
  }
}

/** A field the view does not have is one the stand-in does not model, and says so: null would look like an answer. */
const strictField: GraphQLFieldResolver<View, Visit> = (source, args, visit, info) => {
  if (!(info.fieldName in source)) {
    throw new NotModelled(`The stand-in does not model ${info.parentType.name}.${info.fieldName}`)
  }
  return defaultFieldResolver(source, args, visit, info)
}

export async function run(
  schema: GraphQLSchema,
  visit: Visit,
  operation: Operation,
  root: View,
  onBug: (error: Error) => void,
): Promise<ExecutionResult> {
  const { errors, ...result } = await execute({
    schema,
    document: operation.document,
    rootValue: root,
    contextValue: visit,
    variableValues: operation.variables,
    operationName: operation.definition.name?.value,
    fieldResolver: strictField,
  })
  return errors ? { errors: errors.map((error) => masked(error, onBug)), ...result } : result
}

/** What Magento did not foresee is masked; our own bugs are noted so that tests can see there were none. */
function masked(error: GraphQLError, onBug: (error: Error) => void): GraphQLError {
  const { originalError } = error
  if (!originalError || originalError instanceof MagentoError || originalError instanceof NotModelled) return error
  if (originalError instanceof GraphQLError) return error
  if (!(originalError instanceof InternalFault)) onBug(originalError)
  return new GraphQLError('Internal server error', { nodes: error.nodes, path: error.path })
}

/** Thrown by the fault `maskedError`. */
export class InternalFault extends Error {}
