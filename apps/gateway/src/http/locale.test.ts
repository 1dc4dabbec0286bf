import { localeOf } from './locale'

test.each([
  [undefined, 'zh-CN'],
  ['', 'zh-CN'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['zh_CN', 'zh-CN'],
  ['en', 'en'],
  ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
  ['en;q=0.5, zh-TW;q=0.9', 'zh-CN'],
  ['fr-FR, en;q=0.3', 'en'],
  ['fr', 'zh-CN'],
  ['en;q=0', 'zh-CN'],
  ['*', 'zh-CN'],
])('who prefers %p reads %s', (header, locale) => {
  expect(localeOf(header)).toBe(locale)
})
