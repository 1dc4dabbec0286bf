import { plainLine, plainText } from './plain-text'

test.each([
  ['markup', '<script>alert(1)</script>好', '<script>alert(1)</script>好'],
  ['an entity', '&lt;b&gt; 5 < 6', '&lt;b&gt; 5 < 6'],
  ['a NUL', '好\u0000看', '好看'],
  ['half an emoji', '好\ud83d看', '好看'],
  ['a whole one, of several people', '好👨‍👩‍👧看', '好👨‍👩‍👧看'],
  ['a turned direction', '好\u202e看', '好看'],
  ['Windows line ends', '一\r\n二\r三', '一\n二\n三'],
  ['a page of empty lines', '一\n\n\n\n\n二', '一\n\n二'],
  ['nothing but control characters', '\u0000\u0007', ''],
])('%s: %j is kept as %j', (_what, typed, kept) => {
  expect(plainText(typed)).toBe(kept)
})

test('a nickname is one line', () => {
  expect(plainLine(' 林\n小\u0000满 ')).toBe('林 小满')
})
