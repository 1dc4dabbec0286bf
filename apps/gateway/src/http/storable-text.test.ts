import { storableAll } from './storable-text'

test.each<[string, unknown, unknown]>([
  ['a NUL', '好\u0000看', '好看'],
  ['half an emoji', '好\ud83d', '好'],
  ['the other half', '\udc4d好', '好'],
  ['a whole one, of several people', '👨‍👩‍👧', '👨‍👩‍👧'],
  [
    'deep in a document',
    { lines: [{ note: 'a\u0000', count: 2 }], none: null },
    { lines: [{ note: 'a', count: 2 }], none: null },
  ],
  ['what is no text', [1, true, null, undefined], [1, true, null, undefined]],
])('%s', (_what, sent, kept) => {
  expect(storableAll(sent)).toEqual(kept)
})

test('bytes stay bytes', () => {
  const bytes = Buffer.from([0, 1, 2])
  expect(storableAll(bytes)).toBe(bytes)
})
