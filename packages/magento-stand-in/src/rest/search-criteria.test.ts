import { search } from './search-criteria'

const ROWS = [1, 2, 3, 4, 5].map((id) => ({ id, name: `order ${id}`, note: id === 3 ? null : 'x' }))
const COLUMNS = ['id', 'name', 'note']
const ids = (query: Record<string, string>) => search(ROWS, query, COLUMNS).items.map(({ id }) => id)
const where = (field: string, condition: string, value: string, group = 0, filter = 0) => ({
  [`searchCriteria[filterGroups][${group}][filters][${filter}][field]`]: field,
  [`searchCriteria[filterGroups][${group}][filters][${filter}][conditionType]`]: condition,
  [`searchCriteria[filterGroups][${group}][filters][${filter}][value]`]: value,
})

describe('search criteria', () => {
  test('are required', () => {
    expect(() => search(ROWS, {}, COLUMNS)).toThrow('is required')
    expect(ids({ searchCriteria: '' })).toEqual([1, 2, 3, 4, 5])
  })
  test('over an unknown column are an error', () => {
    expect(() => ids(where('openid', 'eq', '1'))).toThrow("Unknown column 'openid'")
  })
  test.each([
    ['eq', '2', [2]],
    ['neq', '2', [1, 3, 4, 5]],
    ['in', '1,3', [1, 3]],
    ['nin', '1,3', [2, 4, 5]],
    ['gt', '4', [5]],
    ['gteq', '4', [4, 5]],
    ['lt', '2', [1]],
    ['lteq', '2', [1, 2]],
  ])('%s %s', (condition, value, found) => {
    expect(ids(where('id', condition, value))).toEqual(found)
  })
  test('like, null and notnull', () => {
    expect(ids(where('name', 'like', '%r 3'))).toEqual([3])
    expect(ids(where('note', 'null', '1'))).toEqual([3])
    expect(ids(where('note', 'notnull', '1'))).toEqual([1, 2, 4, 5])
  })
  test('one of a group is enough, and every group counts', () => {
    const either = { ...where('id', 'eq', '1', 0, 0), ...where('id', 'eq', '2', 0, 1) }
    expect(ids(either)).toEqual([1, 2])
    expect(ids({ ...either, ...where('name', 'eq', 'order 2', 1, 0) })).toEqual([2])
  })
  test('sort, and page; a page past the last one is the last one again', () => {
    const sorted = { 'searchCriteria[sortOrders][0][field]': 'id', 'searchCriteria[sortOrders][0][direction]': 'DESC' }
    const page = (number: string) =>
      ids({ ...sorted, 'searchCriteria[pageSize]': '2', 'searchCriteria[currentPage]': number })
    expect([page('1'), page('3'), page('4')]).toEqual([[5, 4], [1], [1]])
  })
  test('in snake case are the same', () => {
    expect(
      ids({
        'search_criteria[filter_groups][0][filters][0][field]': 'id',
        'search_criteria[filter_groups][0][filters][0][value]': '4',
      }),
    ).toEqual([4])
  })
})
