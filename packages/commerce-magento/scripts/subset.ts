import {
  buildSchema,
  type DocumentNode,
  GraphQLEnumType,
  type GraphQLField,
  GraphQLInputObjectType,
  GraphQLInterfaceType,
  type GraphQLNamedType,
  GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isScalarType,
  Kind,
  parse,
  print,
  specifiedScalarTypes,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'

/**
 * Members of input objects that we fill by variable: a document does not name them. The generated input types have
 * these and no others.
 */
const INPUT_MEMBERS: Record<string, string[]> = {
  ProductAttributeFilterInput: ['category_uid', 'price', 'sku', 'url_key'],
  FilterEqualTypeInput: ['eq', 'in'],
  FilterRangeTypeInput: ['from', 'to'],
  ProductAttributeSortInput: ['position', 'price'],
  CartItemInput: ['sku', 'quantity', 'selected_options'],
  CartItemUpdateInput: ['cart_item_uid', 'quantity'],
  CartAddressInput: [
    ...['firstname', 'lastname', 'telephone', 'country_code', 'region', 'region_id', 'city', 'street', 'postcode'],
    'save_in_address_book',
  ],
  CustomerAddressRegionInput: ['region_code', 'region_id'],
  CreateProductReviewInput: ['sku', 'nickname', 'summary', 'text', 'ratings'],
  ProductReviewRatingInput: ['id', 'value_id'],
  CustomerCreateInput: ['email', 'firstname', 'lastname'],
}

type Members = Map<string, Map<string, Set<string>>>

/** The parts of `larger` that `base` lacks, as new types and extensions: appended to `base` they make `larger`. */
export function beyond(base: string, larger: string): string {
  const schema = buildSchema(base)
  const documents = parse(larger).definitions.flatMap((type) => {
    if (!('name' in type) || !type.name || !('fields' in type)) return []
    const known = schema.getType(type.name.value)
    if (!known) return [print(type)]
    const names = 'getFields' in known ? Object.keys(known.getFields()) : []
    const fields = (type.fields ?? []).filter(({ name }) => !names.includes(name.value))
    if (fields.length === 0) return []
    const kind =
      type.kind === Kind.INTERFACE_TYPE_DEFINITION
        ? 'interface'
        : type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION
          ? 'input'
          : 'type'
    return [block(`extend ${kind} ${type.name.value}`, fields.map(print))]
  })
  return `${documents.join('\n\n')}\n`
}

/** The SDL of exactly what the documents use of the schema: types, fields, arguments, members of inputs. */
export function subsetOf(sdl: string, documents: DocumentNode): string {
  const schema = buildSchema(sdl)
  const used = usedMembers(schema, documents)
  const printed: string[] = []
  for (const type of Object.values(schema.getTypeMap())) {
    const members = used.get(type.name)
    if (members) printed.push(printType(type, members, used))
  }
  return `${printed.sort().join('\n\n')}\n`
}

function usedMembers(schema: GraphQLSchema, documents: DocumentNode): Members {
  const used: Members = new Map()
  const use = (type: string, member?: string, argument?: string) => {
    const members = used.get(type) ?? new Map<string, Set<string>>()
    used.set(type, members)
    if (member === undefined) return
    const args = members.get(member) ?? new Set<string>()
    members.set(member, args)
    if (argument !== undefined) args.add(argument)
  }
  const info = new TypeInfo(schema)
  visit(
    documents,
    visitWithTypeInfo(info, {
      Field(node) {
        const parent = info.getParentType()!
        if (!node.name.value.startsWith('__')) use(parent.name, node.name.value)
        noteType(info.getType() ? getNamedType(info.getType()!) : undefined)
      },
      Argument(node) {
        use(info.getParentType()!.name, info.getFieldDef()!.name, node.name.value)
        noteInput(info.getInputType() ? getNamedType(info.getInputType()!) : undefined)
      },
      ObjectField(node) {
        const input = info.getParentInputType()
        const type = input && getNamedType(input)
        if (type) use(type.name, node.name.value)
        noteInput(info.getInputType() ? getNamedType(info.getInputType()!) : undefined)
      },
      VariableDefinition() {
        noteInput(info.getInputType() ? getNamedType(info.getInputType()!) : undefined)
      },
      InlineFragment() {
        noteType(info.getType() ? getNamedType(info.getType()!) : undefined)
      },
    }),
  )
  spreadOverImplementations(schema, used)
  return used

  function noteType(type: GraphQLNamedType | undefined): void {
    if (type && !isBuiltIn(type)) use(type.name)
  }
  function noteInput(type: GraphQLNamedType | undefined): void {
    if (!type || isBuiltIn(type) || (used.has(type.name) && !(type.name in INPUT_MEMBERS))) return
    use(type.name)
    if (!isInputObjectType(type)) return
    for (const member of INPUT_MEMBERS[type.name] ?? []) {
      const known = used.get(type.name)!.has(member)
      use(type.name, member)
      const field = type.getFields()[member]
      if (!field) throw new Error(`${type.name} has no ${member}`)
      if (!known) noteInput(getNamedType(field.type))
    }
  }
}

/** What is asked of an interface is there in every type that may stand behind it, and the other way round. */
function spreadOverImplementations(schema: GraphQLSchema, used: Members): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLInterfaceType) || !used.has(type.name)) continue
    for (const possible of schema.getPossibleTypes(type)) {
      const members = used.get(possible.name) ?? new Map<string, Set<string>>()
      used.set(possible.name, members)
      for (const [name, args] of used.get(type.name)!) {
        members.set(name, new Set([...(members.get(name) ?? []), ...args]))
      }
    }
  }
}

function printType(type: GraphQLNamedType, members: Map<string, Set<string>>, used: Members) {
  if (type instanceof GraphQLEnumType)
    return block(
      `enum ${type.name}`,
      type.getValues().map(({ name }) => name),
    )
  if (type instanceof GraphQLInputObjectType) {
    const fields = Object.values(type.getFields()).filter(({ name }) => members.has(name))
    return block(
      `input ${type.name}`,
      fields.map((field) => `${field.name}: ${field.type}${defaultOf(field)}`),
    )
  }
  if (!(type instanceof GraphQLObjectType || type instanceof GraphQLInterfaceType)) return `scalar ${type.name}`
  const interfaces = type.getInterfaces().filter(({ name }) => used.has(name))
  const implemented = interfaces.length > 0 ? ` implements ${interfaces.map(({ name }) => name).join(' & ')}` : ''
  const kind = type instanceof GraphQLObjectType ? 'type' : 'interface'
  const fields = Object.values(type.getFields()).filter(({ name }) => members.has(name))
  // A type that is only told apart by its name still needs a field to be a type.
  const shown = fields.length > 0 ? fields : Object.values(type.getFields()).slice(0, 1)
  return block(
    `${kind} ${type.name}${implemented}`,
    shown.map((field) => printField(field, members.get(field.name))),
  )
}

function printField(field: GraphQLField<unknown, unknown>, args: Set<string> = new Set()): string {
  const shown = field.args.filter(({ name, type }) => args.has(name) || String(type).endsWith('!'))
  const list = shown.map((arg) => `${arg.name}: ${arg.type}${defaultOf(arg)}`).join(', ')
  return `${field.name}${list ? `(${list})` : ''}: ${field.type}`
}

function defaultOf({ defaultValue }: { defaultValue?: unknown }): string {
  return defaultValue === undefined ? '' : ` = ${JSON.stringify(defaultValue)}`
}

const block = (head: string, lines: string[]) => `${head} {\n${lines.map((line) => `  ${line}`).join('\n')}\n}`
const isBuiltIn = (type: GraphQLNamedType) =>
  isScalarType(type) && specifiedScalarTypes.some(({ name }) => name === type.name)
