import type { Workbench } from './ensure-browser.mjs'
import { ensureBrowser } from './ensure-browser.mjs'

/**
 * A machine on which each command does what the test says; `installed` is what can be run, and commands may add to it.
 * Everything run is written down in `ran`.
 */
function bench(
  { installed = [], glyphs = true, ...given }: { installed?: string[]; glyphs?: boolean } & Partial<Workbench>,
  commands: Record<string, (state: { programs: Set<string>; glyphs: boolean }) => void> = {},
) {
  const state = { programs: new Set(installed), glyphs }
  const ran: string[] = []
  const workbench: Workbench = {
    machine: {
      platform: 'linux',
      env: { PATH: '/usr/bin' },
      home: '/root',
      isProgram: (file) => state.programs.has(file),
      listFolder: () => [],
    },
    isRootOnDebian: false,
    say: () => undefined,
    async run(program, args) {
      const line = [program === process.execPath ? 'node' : program, ...args].join(' ')
      if (program === 'fc-list') return { code: 0, output: state.glyphs ? '/usr/share/fonts/zh.ttf' : '' }
      if (args[0] === '--version') {
        return state.programs.has(program) ? { code: 0, output: 'Chromium 156.0.8078.79 ' } : { code: 127, output: '' }
      }
      ran.push(line)
      for (const [start, effect] of Object.entries(commands)) if (line.startsWith(start)) effect(state)
      return { code: 0, output: '' }
    },
    ...given,
  }
  return { workbench, ran }
}

describe('getting a browser', () => {
  test('nothing can be got: it says exactly what to install', async () => {
    const { workbench } = bench({})
    await expect(ensureBrowser(workbench)).rejects.toThrow(/apt-get install chromium/)
  })

  test('on macOS the advice is for macOS', async () => {
    const { workbench } = bench({})
    workbench.machine.platform = 'darwin'
    await expect(ensureBrowser(workbench)).rejects.toThrow(/brew install --cask google-chrome/)
  })

  test('a wrong CHROMIUM_PATH is named, and nothing is installed behind its back', async () => {
    const { workbench, ran } = bench({ isRootOnDebian: true, playwrightCli: 'cli.js' })
    workbench.machine.env.CHROMIUM_PATH = '/nowhere/chrome'
    await expect(ensureBrowser(workbench)).rejects.toThrow('/nowhere/chrome')
    expect(ran).toEqual([])
  })

  test('an installed browser is used as it is', async () => {
    const { workbench, ran } = bench({
      installed: ['/usr/bin/chromium'],
      playwrightCli: 'cli.js',
      isRootOnDebian: true,
    })
    await expect(ensureBrowser(workbench)).resolves.toEqual({
      path: '/usr/bin/chromium',
      version: 'Chromium 156.0.8078.79',
      warnings: [],
    })
    expect(ran).toEqual([])
  })

  test("a program that does not answer, such as Ubuntu's stub for a snap, is passed over", async () => {
    const { workbench } = bench({ installed: ['/usr/bin/chromium', '/usr/bin/google-chrome'] })
    const run = workbench.run
    workbench.run = async (program, args) =>
      program === '/usr/bin/chromium' ? { code: 1, output: 'requires the chromium snap' } : run(program, args)
    expect((await ensureBrowser(workbench)).path).toBe('/usr/bin/google-chrome')
  })

  test("without one, Playwright's download comes first", async () => {
    const { workbench, ran } = bench(
      { playwrightCli: 'cli.js', isRootOnDebian: true },
      {
        'node cli.js install': ({ programs }) => programs.add('/usr/bin/chromium'),
      },
    )
    await ensureBrowser(workbench)
    expect(ran).toEqual(['node cli.js install chromium --only-shell'])
  })

  test("where the download fails, root on Debian gets the distribution's package", async () => {
    const { workbench, ran } = bench(
      { playwrightCli: 'cli.js', isRootOnDebian: true },
      {
        'apt-get install': ({ programs }) => programs.add('/usr/bin/chromium'),
      },
    )
    expect((await ensureBrowser(workbench)).path).toBe('/usr/bin/chromium')
    expect(ran).toEqual([
      'node cli.js install chromium --only-shell',
      'apt-get update',
      'apt-get install -y --no-install-recommends chromium fonts-noto-cjk',
    ])
  })
})

describe('Chinese glyphs for screenshots', () => {
  test('a missing font is installed by root on Debian', async () => {
    const { workbench } = bench(
      { installed: ['/usr/bin/chromium'], glyphs: false, isRootOnDebian: true },
      {
        'apt-get install': (state) => {
          state.glyphs = true
        },
      },
    )
    expect((await ensureBrowser(workbench)).warnings).toEqual([])
  })

  test('a missing font never fails the tests: it is a warning', async () => {
    const { workbench } = bench({ installed: ['/usr/bin/chromium'], glyphs: false })
    expect((await ensureBrowser(workbench)).warnings).toEqual([expect.stringContaining('fonts-noto-cjk')])
  })
})
