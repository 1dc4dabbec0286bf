import { readFileSync } from 'node:fs'
import {
  buildClientSchema,
  buildSchema,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  type IntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  typeFromAST,
  validate,
  visit,
} from 'graphql'
import * as documents from '../operations/documents'
import { type Surgery, wordsOf } from './asking'
import { type Finding, fail, ok } from './finding'

/** Those a shop may do without, and what it does without then. */
const OPTIONAL: Record<string, string> = {
  StockLevels: 'Stock is told as "in stock" or not, without numbers (Magento before 2.4.8).',
  ExchangeCustomerToken: 'Not Adobe Commerce 2.4.9: shoppers are logged in by another way.',
  PickupLocations: 'There are no stores to pick up from: the in-store pickup modules are not there.',
}

/** Every operation we send, by name. */
export function sentOperations(): Map<string, DocumentNode> {
  const all = Object.entries(documents).filter(([name]) => name.endsWith('Document'))
  return new Map(all.map(([name, document]) => [name.replace(/Document$/, ''), document as DocumentNode]))
}

/** Whether the shop's schema has all that we ask: by introspection, or, where that is off, by asking and skipping. */
export async function checkOperations(surgery: Surgery): Promise<Finding[]> {
  const introspected = await surgery.ask(getIntrospectionQuery())
  const schema = introspected.data?.__schema ? buildClientSchema(introspected.data as IntrospectionQuery) : null
  const findings: Finding[] = [
    schema
      ? ok('schema', 'Introspection is on: every operation was held against the schema of this shop.')
      : ok('schema', 'Introspection is off, as it should be in production: every operation was sent and skipped.'),
  ]
  let valid = 0
  for (const [name, document] of sentOperations()) {
    const wrong = schema ? wrongBy(schema, document) : await wrongBySkipping(surgery, document)
    if (wrong === null) valid++
    else if (OPTIONAL[name]) findings.push(ok(`operation ${name}`, OPTIONAL[name]))
    else
      findings.push(
        fail(
          `operation ${name}`,
          `This shop refuses it: ${wrong}`,
          'Use Magento 2.4.7 or later, with its GraphQL modules enabled.',
        ),
      )
  }
  findings.push(ok('operations', `${valid} of ${sentOperations().size} operations are valid here.`))
  findings.push(...(await checkLimits(surgery)))
  return findings
}

function wrongBy(schema: GraphQLSchema, document: DocumentNode): string | null {
  const [error] = validate(schema, document)
  return error?.message ?? null
}

/** A server validates before it executes, and executes nothing of fields that are skipped. */
async function wrongBySkipping(surgery: Surgery, document: DocumentNode): Promise<string | null> {
  const answer = await surgery.ask(skipped(document), anyVariables(document))
  return answer.errors.length > 0 || answer.status >= 400 ? wordsOf(answer) : null
}

/** The same operation with `@skip(if: true)` on each of its root fields. */
export function skipped(document: DocumentNode): DocumentNode {
  const skip = {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'skip' },
    arguments: [
      { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'if' }, value: { kind: Kind.BOOLEAN, value: true } },
    ],
  } as const
  let depth = 0
  return visit(document, {
    FragmentDefinition: () => false,
    Field: {
      enter(node) {
        depth++
        return depth === 1 ? { ...node, directives: [...(node.directives ?? []), skip] } : undefined
      },
      leave() {
        depth--
      },
    },
  })
}

const ourSchema = (): GraphQLSchema => {
  const read = (name: string) => readFileSync(new URL(`../../schema/${name}.graphql`, import.meta.url), 'utf8')
  return buildSchema(`${read('magento-subset')}\n${read('newer')}`)
}

/** Values of the right form and of no meaning for the variables of an operation. */
export function anyVariables(document: DocumentNode): Record<string, unknown> {
  const schema = ourSchema()
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)
  return Object.fromEntries(
    (operation?.variableDefinitions ?? []).map(({ variable, type }) => [
      variable.name.value,
      anyValue(typeFromAST(schema, type as never) as GraphQLInputType),
    ]),
  )
}

/** Members of an input object are given whether they are asked for or not: newer versions insist on more of them. */
function anyValue(type: GraphQLInputType, insist = false): unknown {
  if (!isNonNullType(type) && !insist) return null
  const inner = getNullableType(type)
  if (isListType(inner)) return []
  if (isEnumType(inner)) return inner.getValues()[0]!.name
  if (isInputObjectType(inner)) {
    return Object.fromEntries(Object.values(inner.getFields()).map((field) => [field.name, anyValue(field.type, true)]))
  }
  const { name } = getNamedType(inner)
  if (name === 'Int' || name === 'Float') return 1
  return name === 'Boolean' ? false : 'xiaopu-doctor'
}

/** The heaviest reads, sent for real: they find nothing, but a shop's limits count what is asked. */
async function checkLimits(surgery: Surgery): Promise<Finding[]> {
  for (const name of ['ProductDetail', 'GoodsBySku', 'ProductList'] as const) {
    const document = sentOperations().get(name)!
    const given = { ...anyVariables(document), ...(name === 'ProductList' && { filter: { sku: { eq: ' ' } } }) }
    const answer = await surgery.ask(document, given)
    if (answer.errors.length > 0) {
      const change = 'Raise graphql/complexity and depth to Magento’s defaults (300 and 20), or look at the message.'
      return [fail('limits', `The shop refuses ${name}: ${wordsOf(answer)}`, change)]
    }
  }
  return [ok('limits', 'The heaviest of our reads pass the shop’s limits.')]
}
