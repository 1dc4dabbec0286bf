import type { Category } from '@xiaopu/contract'
import { nameOf, placeOf } from './category-path'

const leaf = (id: string, name: string) => ({ id, name, picture: null, productCount: 1 })
const categories: Category[] = [
  { ...leaf('living', '居家'), children: [leaf('kitchen', '厨房'), leaf('lighting', '灯光')] },
  { ...leaf('clothing', '衣着'), children: [] },
]

test.each([
  ['the first of the tree when none was chosen', undefined, 'living', null],
  ['a category of the first level', 'clothing', 'clothing', null],
  ['a category of the second level, below its parent', 'lighting', 'living', 'lighting'],
  ['the first again when the chosen one has gone', 'garden', 'living', null],
])('%s', (_, id, parentId, childId) => {
  expect(placeOf(categories, id)).toMatchObject({ parent: { id: parentId }, childId })
})

test('an empty shop has no place', () => {
  expect(placeOf([], 'living')).toBeUndefined()
})

test.each([
  ['living', '居家'],
  ['lighting', '灯光'],
  ['garden', ''],
])('the name of %s is “%s”', (id, name) => {
  expect(nameOf(categories, id)).toBe(name)
})
