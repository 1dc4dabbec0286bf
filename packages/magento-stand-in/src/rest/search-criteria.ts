import { RestError } from './rest-error'

type Row = Record<string, unknown>
interface Filter {
  field: string
  value: string
  condition: string
}
interface Criteria {
  /** Any filter of a group, in every group. */
  groups: Filter[][]
  sort: { field: string; direction: 'ASC' | 'DESC' }[]
  pageSize: number | null
  currentPage: number
}

/** Magento's `searchCriteria[filterGroups][0][filters][0][field]=…`; snake case is the same. */
export function readCriteria(query: Record<string, string>): Criteria {
  const names = Object.keys(query).filter((name) => /^search_?criteria/i.test(name))
  if (names.length === 0)
    throw new RestError(400, '"%fieldName" is required. Enter and try again.', [{ fieldName: 'searchCriteria' }])
  const groups = new Map<string, Map<string, Partial<Filter>>>()
  const sort = new Map<string, { field?: string; direction?: string }>()
  const criteria: Criteria = { groups: [], sort: [], pageSize: null, currentPage: 1 }
  for (const name of names) {
    const path = [...name.matchAll(/\[([^\]]*)\]/g)].map(([, part]) => camel(part!))
    const value = query[name]!
    if (path[0] === 'filterGroups' && path[2] === 'filters' && path.length === 5) {
      const group = getOr(groups, path[1]!, () => new Map<string, Partial<Filter>>())
      const filter = getOr(group, path[3]!, (): Partial<Filter> => ({}))
      if (path[4] === 'field') filter.field = value
      else if (path[4] === 'value') filter.value = value
      else if (path[4] === 'conditionType') filter.condition = value
    } else if (path[0] === 'sortOrders' && path.length === 3) {
      const order = getOr(sort, path[1]!, (): { field?: string; direction?: string } => ({}))
      if (path[2] === 'field') order.field = value
      if (path[2] === 'direction') order.direction = value.toUpperCase()
    } else if (path[0] === 'pageSize') criteria.pageSize = wholeNumber(value)
    else if (path[0] === 'currentPage') criteria.currentPage = wholeNumber(value)
    else if (path.length > 0)
      throw new RestError(
        400,
        `Property "${path[0]}" does not have accessor method "get${path[0]}" in class "SearchCriteria".`,
      )
  }
  criteria.groups = [...groups.values()].map((group) =>
    [...group.values()].map(({ field = '', value = '', condition = 'eq' }) => ({ field, value, condition })),
  )
  criteria.sort = [...sort.values()].map(({ field = '', direction }) => ({
    field,
    direction: direction === 'ASC' ? 'ASC' : 'DESC',
  }))
  return criteria
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}
function getOr<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const kept = map.get(key)
  if (kept !== undefined) return kept
  const made = make()
  map.set(key, made)
  return made
}
function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) {
    throw new RestError(
      400,
      `The "${text}" value's type is invalid. The "int" type was expected. Verify and try again.`,
    )
  }
  return Number(text)
}

/** What the criteria find. `columns`: what rows can be searched by; another is an error of the database. */
export function search(rows: Row[], query: Record<string, string>, columns: readonly string[]) {
  const criteria = readCriteria(query)
  for (const { field } of [...criteria.groups.flat(), ...criteria.sort]) {
    if (!columns.includes(field))
      throw new RestError(400, `Column not found: 1054 Unknown column '${field}' in 'where clause'`)
  }
  const found = rows.filter((row) =>
    criteria.groups.every((group) => group.some((filter) => fits(row[filter.field], filter))),
  )
  found.sort((one, other) => {
    for (const { field, direction } of criteria.sort) {
      const difference = compare(one[field], other[field])
      if (difference !== 0) return direction === 'ASC' ? difference : -difference
    }
    return 0
  })
  return { items: pageOf(found, criteria), search_criteria: echo(criteria), total_count: found.length }
}

/** A page past the last one is the last one again: whoever waits for an empty page waits for ever. */
function pageOf(rows: Row[], { pageSize, currentPage }: Criteria): Row[] {
  if (!pageSize) return rows
  const last = Math.max(1, Math.ceil(rows.length / pageSize))
  const page = Math.min(Math.max(1, currentPage), last)
  return rows.slice((page - 1) * pageSize, page * pageSize)
}

function echo({ groups, sort, pageSize, currentPage }: Criteria) {
  return {
    filter_groups: groups.map((filters) => ({
      filters: filters.map(({ field, value, condition }) => ({ field, value, condition_type: condition })),
    })),
    ...(sort.length > 0 ? { sort_orders: sort } : {}),
    ...(pageSize === null ? {} : { page_size: pageSize, current_page: currentPage }),
  }
}

function compare(one: unknown, other: unknown): number {
  if (typeof one === 'number' || typeof other === 'number') return Number(one ?? 0) - Number(other ?? 0)
  const [a, b] = [String(one ?? ''), String(other ?? '')]
  return a < b ? -1 : a > b ? 1 : 0
}

function fits(cell: unknown, { value, condition }: Filter): boolean {
  const there = cell !== null && cell !== undefined
  const list = () => value.split(',').map((one) => one.trim())
  const order = () => compare(cell, typeof cell === 'number' ? Number(value) : value)
  switch (condition) {
    case 'eq':
      return there && String(cell) === value
    case 'neq':
      return there && String(cell) !== value
    case 'in':
      return there && list().includes(String(cell))
    case 'nin':
      return there && !list().includes(String(cell))
    case 'gt':
      return there && order() > 0
    case 'gteq':
    case 'from':
    case 'moreq':
      return there && order() >= 0
    case 'lt':
      return there && order() < 0
    case 'lteq':
    case 'to':
      return there && order() <= 0
    case 'like':
      return there && likePattern(value).test(String(cell))
    case 'null':
      return !there
    case 'notnull':
      return there
    default:
      throw new RestError(400, `The condition ${condition} is not supported.`)
  }
}
function likePattern(value: string): RegExp {
  const escaped = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replaceAll('%', '.*').replaceAll('_', '.')}$`, 'is')
}
