import { FacetChoices } from '@xiaopu/contract'
import { decodeFacetChoices } from './facet-choices'

test.each<[string, Record<string, string[]>]>([
  ['colour:12', { colour: ['12'] }],
  ['colour:12,13;material:5', { colour: ['12', '13'], material: ['5'] }],
  ['colour:12;colour:13,12', { colour: ['12', '13'] }],
  ['size_code:36.5,c2l6ZQ==', { size_code: ['36.5', 'c2l6ZQ=='] }],
])('%s asks for %j', (wire, chosen) => {
  expect(FacetChoices.parse(wire)).toBe(wire)
  expect(decodeFacetChoices(wire)).toEqual(chosen)
})

test('nothing chosen asks for nothing', () => {
  expect(decodeFacetChoices(undefined)).toBeUndefined()
})

test('a facet with a name of JavaScript’s own is a facet nobody has', () => {
  const chosen = decodeFacetChoices('__proto__:x;constructor:y')!
  expect(Object.keys(chosen)).toEqual(['__proto__', 'constructor'])
  expect(Object.getPrototypeOf(chosen)).toBe(Object.prototype)
})
