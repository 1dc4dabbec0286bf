import { HISTORY_LENGTH, readHistory, type SearchHistory, withoutSearch, withSearch, wordsOf } from './search-history'

const full = Array.from({ length: HISTORY_LENGTH }, (_, place) => `词${place}`)

test.each<[string, SearchHistory, string, SearchHistory]>([
  ['the newest comes first', ['台灯'], '沙发', ['沙发', '台灯']],
  ['a second time moves it up', ['沙发', '台灯'], '台灯', ['台灯', '沙发']],
  ['a second time in capitals is the same', ['slr', '沙发'], 'SLR', ['SLR', '沙发']],
  ['nothing typed is nothing looked for', ['沙发'], ' \n ', ['沙发']],
  ['spaces around and between do not count', [], '  单反　 镜头 ', ['单反 镜头']],
  ['the twenty-first pushes out the oldest', full, '新', ['新', ...full.slice(0, 19)]],
])('%s', (_, before, typed, after) => {
  expect(withSearch(before, typed)).toEqual(after)
})

test('one of them can be taken out, and the others stay where they stood', () => {
  expect(withoutSearch(['沙发', '台灯', '茶壶'], '台灯')).toEqual(['沙发', '茶壶'])
})

test('longer words than the shop takes are cut', () => {
  expect(wordsOf('长'.repeat(90))).toHaveLength(80)
})

test.each([[undefined], ['沙发'], [{ 0: '沙发' }], [null]])('%p on the phone is an empty history', (kept) => {
  expect(readHistory(kept)).toEqual([])
})

test('a damaged history keeps what is words', () => {
  expect(readHistory(['沙发', 7, null, '台灯'])).toEqual(['沙发', '台灯'])
})
