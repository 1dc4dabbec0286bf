import { FacetChoices } from '@xiaopu/contract'
import { encodeFacetChoices, type FacetSelection } from './facet-choices'

test.each<[string, FacetSelection | undefined, string | undefined]>([
  ['nobody has chosen', undefined, undefined],
  ['nothing is chosen', {}, undefined],
  ['a choice was taken back', { colour: [] }, undefined],
  ['one value', { colour: ['12'] }, 'colour:12'],
  ['two values of one facet', { colour: ['12', '13'] }, 'colour:12,13'],
  ['values of two facets', { colour: ['12'], material: ['5', '6'] }, 'colour:12;material:5,6'],
  ['one of two taken back', { colour: [], material: ['5'] }, 'material:5'],
  ['tapped in another order', { material: ['6', '5'], colour: ['12'] }, 'colour:12;material:5,6'],
  ['the same value twice', { colour: ['12', '12'] }, 'colour:12'],
  ['ids of a back end that encodes them', { size_code: ['c2l6ZQ==', '36.5'] }, 'size_code:36.5,c2l6ZQ=='],
])('%s: %j is asked for as %j', (_what, selection, wire) => {
  expect(encodeFacetChoices(selection)).toBe(wire)
  if (wire !== undefined) expect(FacetChoices.safeParse(wire).error).toBeUndefined()
})
