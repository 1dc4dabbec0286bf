import { createServer } from 'node:net'
import { freePort } from './free-port'

test('a taken port moves on to the next free one', async () => {
  const taken = createServer()
  const wanted = await new Promise<number>((resolve) =>
    taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port)),
  )
  const given = await freePort(wanted, '127.0.0.1')
  expect(given).toBeGreaterThan(wanted)
  await new Promise((resolve) => taken.close(resolve))
  expect(await freePort(wanted, '127.0.0.1')).toBe(wanted)
})
