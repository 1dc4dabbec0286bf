import { readArguments } from './arguments'

test('without arguments the shop opens on 4100 and keeps its data in the working folder', () => {
  expect(readArguments([], '/shop', {})).toEqual({
    port: 4100,
    dataDir: '/shop/.xiaopu/data',
    databaseUrl: undefined,
    commerce: 'postgres',
    help: false,
  })
})

test.each(['abc', '-1', '99999', '1.5'])('--port %s is refused with a sentence', (port) => {
  expect(() => readArguments([`--port=${port}`], '/shop', {})).toThrow('is not a port number')
})

test('a database server can be given as an option or as DATABASE_URL', () => {
  expect(readArguments([], '/shop', { DATABASE_URL: 'postgres://a' }).databaseUrl).toBe('postgres://a')
  expect(readArguments(['--database', 'postgres://b'], '/shop', { DATABASE_URL: 'postgres://a' }).databaseUrl).toBe(
    'postgres://b',
  )
})

test('--magento opens the shop on a stand-in for Magento', () => {
  expect(readArguments(['--magento'], '/shop', {}).commerce).toBe('magento')
})
