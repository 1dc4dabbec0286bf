import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { atMost } from './at-most.mjs'
import { run } from './children.mjs'
import { root } from './paths.mjs'

const node = (code: string) => [process.execPath, ['-e', code]] as const

describe('running a program', () => {
  test('one that is not there ends with 127 and says so', async () => {
    const { code, output } = await run('no-such-program-anywhere', [])
    expect(code).toBe(127)
    expect(output).toContain('ENOENT')
  })

  test('its exit code and both its outputs come back', async () => {
    const lines: string[] = []
    const [program, args] = node('console.log("one"); console.error("two"); process.exit(3)')
    const { code, output } = await run(program, [...args], { onLine: (line) => lines.push(line) })
    expect(code).toBe(3)
    expect(output.split('\n').sort()).toEqual(['one', 'two'])
    expect(lines.sort()).toEqual(['one', 'two'])
  })

  test('one that takes too long is ended, and counts as ended by a signal', async () => {
    const [program, args] = node('setInterval(() => {}, 1000)')
    expect((await run(program, [...args], { timeout: 200 })).code).toBe(137)
  })
})

test('never more at once than asked for, and every answer in its place', async () => {
  let now = 0
  let most = 0
  const doubled = await atMost(2, [1, 2, 3, 4, 5], async (n) => {
    now += 1
    most = Math.max(most, now)
    await new Promise(setImmediate)
    now -= 1
    return n * 2
  })
  expect(doubled).toEqual([2, 4, 6, 8, 10])
  expect(most).toBe(2)
})

/** A command like `npm start` whose program has a helper of its own, and puts its things away when told to stop. */
const COMMAND = `
  import { passSignalsOn, run } from ${JSON.stringify(pathToFileURL(join(root, 'scripts/lib/children.mjs')).href)}
  passSignalsOn()
  const program = \`
    const helper = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    let told = 0
    const stop = () => { told += 1; setTimeout(() => { console.log('told', told); process.exit(7) }, 100) }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
    console.log('helper', helper.pid)
    setInterval(() => {}, 1000)
  \`
  const { code } = await run(process.execPath, ['-e', program], { inherit: true })
  process.exitCode = code
`

const onUnix = process.platform === 'win32' ? describe.skip : describe
onUnix('Ctrl-C', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s is told once, waited for, and leaves nothing running',
    async (signal) => {
      const command = spawn(process.execPath, ['--input-type=module', '-e', COMMAND], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ended = once(command, 'close')
      const said = createInterface({ input: command.stdout })[Symbol.asyncIterator]()
      const helper = Number(/^helper (\d+)$/.exec((await said.next()).value)?.[1])
      command.kill(signal)
      // npm passes on what the terminal delivered already.
      command.kill(signal)
      expect((await said.next()).value).toBe('told 1')
      const [code] = await ended
      expect(code).toBe(7)
      await gone(helper)
    },
  )
})

/** Waits until a process is no more. */
async function gone(pid: number) {
  expect(pid).toBeGreaterThan(0)
  const deadline = Date.now() + 4_000
  while (Date.now() < deadline) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await new Promise(setImmediate)
  }
  throw new Error(`process ${pid} is still running`)
}
