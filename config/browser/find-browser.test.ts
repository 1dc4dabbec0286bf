import { browserLaunchOptions } from './browser-launch-options.mjs'
import type { Machine } from './find-browser.mjs'
import { browserCandidates, findBrowser } from './find-browser.mjs'

/** A machine that has just these programs. */
function machineWith(programs: string[], machine: Partial<Machine> = {}): Machine {
  const slash = machine.platform === 'win32' ? '\\' : '/'
  return {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    home: '/home/xiaopu',
    isProgram: (file) => programs.includes(file),
    listFolder(folder) {
      const inside = programs.filter((program) => program.startsWith(folder + slash))
      return [...new Set(inside.map((program) => program.slice(folder.length + 1).split(slash)[0]!))]
    },
    ...machine,
  }
}

describe('finding a browser', () => {
  test('a machine without one finds none', () => {
    expect(findBrowser(machineWith([]))).toBeUndefined()
  })

  test('CHROMIUM_PATH is meant, whatever else is installed', () => {
    const machine = machineWith(['/usr/bin/chromium'], { env: { CHROMIUM_PATH: '/opt/mine/chrome' } })
    expect(browserCandidates(machine)).toEqual(['/opt/mine/chrome'])
  })

  test.each<[string, string, Partial<Machine>]>([
    ['Debian', '/usr/bin/chromium', {}],
    ['a folder on PATH', '/usr/local/bin/google-chrome-stable', {}],
    ['Chrome on macOS', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', { platform: 'darwin' }],
    [
      'Edge on Windows',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      { platform: 'win32', env: { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' } },
    ],
    [
      'Chrome on PATH of Windows',
      'D:\\tools\\chrome.exe',
      { platform: 'win32', env: { Path: 'C:\\Windows;D:\\tools' } },
    ],
    ["Playwright's download", '/home/xiaopu/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome', {}],
    [
      "Playwright's headless shell",
      '/home/xiaopu/.cache/ms-playwright/chromium_headless_shell-1200/chrome-headless-shell-linux64/chrome-headless-shell',
      {},
    ],
    [
      "Playwright's folder set by hand",
      '/browsers/chromium-9/chrome-linux/chrome',
      { env: { PLAYWRIGHT_BROWSERS_PATH: '/browsers' } },
    ],
    [
      "Playwright's download on macOS",
      '/home/xiaopu/Library/Caches/ms-playwright/chromium-1200/chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      { platform: 'darwin' },
    ],
  ])('%s', (_where, program, machine) => {
    expect(findBrowser(machineWith([program], machine))).toBe(program)
  })

  test('an installed browser comes before a download, and the newest download before an older one', () => {
    const download = (revision: number) =>
      `/home/xiaopu/.cache/ms-playwright/chromium-${revision}/chrome-linux64/chrome`
    const machine = machineWith([download(999), download(1200), '/usr/bin/google-chrome'])
    expect(browserCandidates(machine)).toEqual(['/usr/bin/google-chrome', download(1200), download(999)])
  })
})

describe('launching it', () => {
  const getuid = process.getuid
  afterEach(() => {
    process.getuid = getuid
  })

  test("Chromium's sandbox is only given up for root", () => {
    process.getuid = () => 0
    expect(browserLaunchOptions('/usr/bin/chromium').args).toContain('--no-sandbox')
    process.getuid = () => 1000
    expect(browserLaunchOptions('/usr/bin/chromium').args).not.toContain('--no-sandbox')
  })
})
