import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import {
  buildSchema,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  validate,
} from 'graphql'
import { readSubset } from '../../scripts/generated'
import { operationsOf, readOperationFiles } from '../../scripts/operations'
import { hasSince, readTrueSchema, SCHEMA_NAMES, trueSchemasFolder } from '../../scripts/true-schemas'

/** Magento's defaults (complexity 300 is what a merchant may have; the field count of webonyx, one for each field). */
const COMPLEXITY = 300
const DEPTH = 20
const ALIASES = 10

/** 2.4.9 insists on a telephone, which we always send, and may leave out the errors, which we read so. */
const STRICTNESS_OF_2_4_9 = ['CartAddressInput.telephone', 'PlaceOrderOutput.errors']

const files = readOperationFiles()
const operations = operationsOf(files, files)
const { subset, newer } = readSubset()
const ours = buildSchema(`${subset}\n${newer}`)
const folder = trueSchemasFolder()

test('what is generated is what the .graphql files say', () => {
  const script = join(import.meta.dirname, '../../scripts/main.ts')
  const run = () => execFileSync(process.execPath, ['--import', 'tsx', script, '--check'], { encoding: 'utf8' })
  expect(run()).toBe('')
}, 60_000)

describe.each(operations.map((operation) => [operation.name, operation] as const))('%s', (_, { document, since }) => {
  test('is valid in the subset that is written down', () => {
    expect(validate(ours, document)).toEqual([])
    if (since === null) expect(validate(buildSchema(subset), document)).toEqual([])
  })

  test('stays within what a Magento takes', () => {
    const { fields, depth, aliases } = measured(document)
    expect(fields).toBeLessThanOrEqual(COMPLEXITY)
    expect(depth).toBeLessThanOrEqual(DEPTH)
    expect(aliases).toBeLessThanOrEqual(ALIASES)
  })
})

if (folder === null) {
  test.skip('no true schemas are given (MAGENTO_SCHEMAS): containment in them was not checked', () => {})
} else {
  describe.each(SCHEMA_NAMES)('Magento %s', (name) => {
    const real = buildSchema(readTrueSchema(folder, name))

    test.each(operations.filter(({ since }) => hasSince(name, since)).map((each) => [each.name, each] as const))(
      'takes %s',
      (_, { document }) => {
        expect(validate(real, document)).toEqual([])
      },
    )

    test('has all of the subset', () => {
      const known = name.endsWith('2.4.9') ? STRICTNESS_OF_2_4_9 : []
      expect(missing(buildSchema(subset), real)).toEqual(known)
    })
  })

  test('what only newer ones have is refused by the older ones: it has its place in src/operations/newer', () => {
    const real = buildSchema(readTrueSchema(folder, 'opensource-2.4.7'))
    for (const { document, since } of operations) {
      expect(validate(real, document).length > 0).toBe(since !== null)
    }
  })
}

/** Parts of one schema that another has not, or has in another form. */
function missing(part: GraphQLSchema, whole: GraphQLSchema): string[] {
  return Object.values(part.getTypeMap()).flatMap((type) => {
    const real = whole.getType(type.name)
    if (type.name.startsWith('__')) return []
    if (!real) return [type.name]
    if (isEnumType(type) && isEnumType(real)) {
      const values = new Set(real.getValues().map(({ name }) => name))
      return type.getValues().flatMap(({ name }) => (values.has(name) ? [] : [`${type.name}.${name}`]))
    }
    if (isInputObjectType(type) && isInputObjectType(real)) {
      return Object.values(type.getFields()).flatMap(({ name, type: wanted }) => {
        const field = real.getFields()[name]
        return field && String(field.type) === String(wanted) ? [] : [`${type.name}.${name}`]
      })
    }
    if (!hasFields(type) || !hasFields(real)) return []
    return Object.values(type.getFields()).flatMap((field) => {
      const found = real.getFields()[field.name]
      const at = `${type.name}.${field.name}`
      if (!found || !sameShape(field.type, found.type)) return [at]
      return field.args.flatMap(({ name, type: wanted }) =>
        found.args.some((arg) => arg.name === name && String(arg.type) === String(wanted)) ? [] : [`${at}(${name})`],
      )
    })
  })
}

const hasFields = (type: GraphQLNamedType) => isObjectType(type) || isInterfaceType(type)

/** The same lists and not-nulls around the same type, or around an object that is asked for the same. */
function sameShape(one: unknown, other: unknown): boolean {
  if (String(one) === String(other)) return true
  const [mine, theirs] = [one, other].map((type) => getNamedType(type as GraphQLNamedType))
  const wrapping = (type: unknown, name: string) => String(type).replace(name, '')
  const wrapped = wrapping(one, mine!.name) === wrapping(other, theirs!.name)
  if (!wrapped || !isCompositeType(mine) || !isCompositeType(theirs) || !hasFields(mine) || !hasFields(theirs))
    return false
  // `user_errors` became an interface in 2.4.9: what is asked of it is there all the same.
  return Object.keys(mine.getFields()).every((name) => name in theirs.getFields())
}

function measured(document: (typeof operations)[number]['document']) {
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  )
  let fields = 0
  let aliases = 0
  let deepest = 0
  const visit = (set: SelectionSetNode | undefined, depth: number): void => {
    for (const each of set?.selections ?? []) {
      if (each.kind === Kind.FIELD) {
        fields++
        if (each.alias) aliases++
        deepest = Math.max(deepest, depth + 1)
        visit(each.selectionSet, depth + 1)
      } else if (each.kind === Kind.INLINE_FRAGMENT) visit(each.selectionSet, depth)
      else visit((fragments.get(each.name.value) as { selectionSet: SelectionSetNode }).selectionSet, depth)
    }
  }
  for (const each of document.definitions) {
    if (each.kind === Kind.OPERATION_DEFINITION) visit(each.selectionSet, 0)
  }
  return { fields, depth: deepest, aliases }
}
