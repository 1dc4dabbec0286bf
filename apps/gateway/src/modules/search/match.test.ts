import { lexiconOf, soundOf, wordsOf } from './lexicon'
import { fitOf, isOneAway, typedAs } from './match'

const named = (text: string) => ({ text, ...soundOf(text) })

describe('a half-typed word', () => {
  test.each([
    ['盆', '盆栽', 0],
    ['盆栽', '盆栽', 0],
    ['栽', '盆栽', 1],
    ['penzai', '盆栽', 2],
    ['Pen Zai', '盆栽', 2],
    ["pen'z", '盆栽', 2],
    ['盆裁', '盆栽', 4],
    ['盆在', '盆栽', 2],
    ['pz', '盆栽', 3],
    ['penzhai', '盆栽', 4],
    ['pnezai', '盆栽', 4],
    ['lv', '绿植', 2],
    ['lamp', 'Paper lamp', 1],
    ['lanp', 'lamp', 4],
    ['p', '盆栽', null],
    ['xyz', '盆栽', null],
    ['😀', '盆栽', null],
  ])('%s for %s fits %p', (typed, text, fit) => {
    expect(fitOf(typedAs(typed), named(text))).toBe(fit)
  })
})

test.each([
  ['chair', 'chiar', true],
  ['chair', 'chairs', true],
  ['chair', 'hair', true],
  ['chair', 'cheir', true],
  ['chair', 'choose', false],
  ['cup', 'cap', false],
])('%s and %s: one letter away is %p', (one, other, away) => {
  expect(isOneAway(one, other)).toBe(away)
  expect(isOneAway(other, one)).toBe(away)
})

describe('the words of a name', () => {
  test('are those that name something', () => {
    expect(wordsOf('北欧风陶瓷盆栽花盆 20cm 的')).toEqual(expect.arrayContaining(['北欧', '陶瓷', '盆栽', '花盆']))
    expect(wordsOf('北欧风陶瓷盆栽花盆 20cm 的')).not.toEqual(expect.arrayContaining(['的', '20cm', '风']))
    expect(wordsOf('Modern Café Chair')).toEqual(['modern', 'café', 'chair'])
  })

  test('are counted over all names, the most used first', () => {
    expect(lexiconOf(['咖啡椅', '餐椅', '咖啡杯', '咖啡壶'])[0]).toMatchObject({
      text: '咖啡',
      count: 3,
      sound: 'kafei',
      initials: 'kf',
    })
  })
})
