import { buildSchema, extendSchema, type GraphQLSchema, isInputObjectType, isInterfaceType, parse } from 'graphql'
import type { AttributeFixture } from '../fixtures/types'

const FILTER_INPUT: Record<AttributeFixture['input'], string> = {
  select: 'FilterEqualTypeInput',
  multiselect: 'FilterEqualTypeInput',
  boolean: 'FilterEqualTypeInput',
  text: 'FilterMatchTypeInput',
  date: 'FilterRangeTypeInput',
  price: 'FilterRangeTypeInput',
}
const PRODUCT_FIELD: Record<AttributeFixture['input'], string> = {
  select: 'Int',
  multiselect: 'String',
  boolean: 'Int',
  text: 'String',
  date: 'String',
  price: 'Float',
}

const built = new Map<string, GraphQLSchema>()

/** The given schema, with what Magento generates into it for the merchant's attributes. Nobody changes it: it is built once. */
export function magentoSchema(sdl: string, attributes: AttributeFixture[]): GraphQLSchema {
  const key = JSON.stringify([sdl, attributes])
  const schema = built.get(key) ?? buildMagentoSchema(sdl, attributes)
  built.set(key, schema)
  return schema
}

function buildMagentoSchema(sdl: string, attributes: AttributeFixture[]): GraphQLSchema {
  const schema = buildSchema(sdl)
  const extension = [
    ...inputFields(
      schema,
      'ProductAttributeFilterInput',
      attributes.filter(({ filterable, searchable }) => filterable || searchable),
      FILTER_INPUT,
    ),
    ...inputFields(
      schema,
      'ProductAttributeSortInput',
      attributes.filter(({ sortable }) => sortable),
      null,
    ),
    ...productFields(schema, attributes),
  ].join('\n')
  return extension === '' ? schema : extendSchema(schema, parse(extension))
}

function inputFields(
  schema: GraphQLSchema,
  type: string,
  attributes: AttributeFixture[],
  inputs: typeof FILTER_INPUT | null,
): string[] {
  const input = schema.getType(type)
  if (!isInputObjectType(input)) return []
  return attributes
    .filter(({ code }) => !(code in input.getFields()))
    .map(({ code, input: kind }) => ({ code, type: inputs ? inputs[kind] : 'SortEnum' }))
    .filter((field) => schema.getType(field.type))
    .map((field) => `extend input ${type} { ${field.code}: ${field.type} }`)
}

function productFields(schema: GraphQLSchema, attributes: AttributeFixture[]): string[] {
  const product = schema.getType('ProductInterface')
  if (!isInterfaceType(product)) return []
  const fields = attributes
    .filter(({ code }) => !(code in product.getFields()))
    .map(({ code, input }) => `${code}: ${PRODUCT_FIELD[input]}`)
  if (fields.length === 0) return []
  const types = schema.getPossibleTypes(product).map(({ name }) => `extend type ${name} { ${fields.join(' ')} }`)
  return [`extend interface ProductInterface { ${fields.join(' ')} }`, ...types]
}
