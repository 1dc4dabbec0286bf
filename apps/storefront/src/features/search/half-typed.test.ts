import { askable } from './half-typed'

test.each([
  ['the input method says it is still composing', 'penz', true, null],
  ['iOS shows a word it is composing', 'pen\u2006zai', false, null],
  ['nothing', '   ', false, ''],
  ['pinyin on purpose', 'penzai', false, 'penzai'],
  ['a word', ' 盆栽 ', false, '盆栽'],
  ['more than the shop takes', '长'.repeat(60), false, '长'.repeat(40)],
])('%s: %p', (_, typed, composing, asked) => {
  expect(askable(typed, composing)).toBe(asked)
})
