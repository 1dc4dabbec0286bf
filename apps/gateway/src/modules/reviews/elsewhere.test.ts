import type { KeptReview } from '@xiaopu/commerce'
import { withoutTold } from './elsewhere'

const at = (minute: number) => new Date(Date.UTC(2026, 5, 1, 10, minute))
const kept = (id: string, minute: number, marks: string[]): KeptReview => ({
  ...{ id, nickname: null, stars: 5, text: '好', createdAt: at(minute), marks },
})
const left = (there: KeptReview[], told: { createdAt: Date; marks: string[] }[]) =>
  withoutTold(there, told).map(({ id }) => id)

test('one of ours stands for one there, though many say the same', () => {
  const there = [kept('ours', 1, ['t1', 'good']), kept('website', 0, ['t0', 'good'])]
  expect(left(there, [{ createdAt: at(1), marks: ['t1', 'good'] }])).toEqual(['website'])
  expect(
    left(there, [
      { createdAt: at(1), marks: ['t1', 'good'] },
      { createdAt: at(1), marks: ['t0', 'good'] },
    ]),
  ).toEqual([])
})
test('the surer mark counts, wherever it stands', () => {
  const there = [kept('same words', 3, ['t3', 'good']), kept('ours', 1, ['t1', 'changed'])]
  expect(left(there, [{ createdAt: at(1), marks: ['t1', 'good'] }])).toEqual(['same words'])
})
test('what was there long before is not ours, whatever it says', () => {
  const there = [{ ...kept('old', 0, ['t0', 'good']), createdAt: new Date(Date.UTC(2025, 1, 1)) }]
  expect(left(there, [{ createdAt: at(1), marks: ['good'] }])).toEqual(['old'])
})
test('of what nobody has let through there nothing is taken away', () => {
  expect(left([kept('website', 0, ['t0', 'fine'])], [{ createdAt: at(1), marks: ['t1', 'good'] }])).toEqual(['website'])
})
