import { createProgress, seconds } from './progress.mjs'

function paper(isTTY: boolean) {
  let written = ''
  return {
    isTTY,
    write: (text: string) => {
      written += text
    },
    get lines() {
      return written.split('\n').filter(Boolean)
    },
  }
}

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

test('in a log, a step has a first line, one now and then, and a last one', () => {
  const log = paper(false)
  const step = createProgress(5, log).begin('Installing packages')
  step.update('1 of ~2,000', 0)
  jest.advanceTimersByTime(6_000)
  step.update('812 of ~2,000', 0.406)
  step.update('813 of ~2,000', 0.4065)
  jest.advanceTimersByTime(6_000)
  step.done('Installed 2,000 packages')
  expect(log.lines).toEqual([
    '[1/5] Installing packages…',
    '[1/5] Installing packages… 812 of ~2,000 (40 %)',
    '[1/5] Installed 2,000 packages (12 s)',
  ])
})

test('on a terminal one line turns until it is done', () => {
  const terminal = paper(true)
  const step = createProgress(2, terminal).begin('Installing packages')
  step.update('812 of ~2,000', 0.406)
  jest.advanceTimersByTime(1_000)
  step.fail()
  expect(terminal.lines).toHaveLength(1)
  expect(terminal.lines[0]).toContain('[1/2] Installing packages… 812 of ~2,000 (40 %)')
  expect(terminal.lines[0]).toMatch(/✖ \[1\/2\] Installing packages: failed \(1\.0 s\)$/)
})

test('a step with nothing to do is one line, and the next one counts on', () => {
  const log = paper(false)
  const progress = createProgress(2, log)
  progress.already('Packages are up to date')
  progress.begin('Browser').done()
  expect(log.lines).toEqual(['[1/2] Packages are up to date', '[2/2] Browser…', '[2/2] Browser (0.0 s)'])
})

test.each([
  [400, '0.4 s'],
  [9_949, '9.9 s'],
  [12_400, '12 s'],
  [59_700, '1 min 00 s'],
  [125_000, '2 min 05 s'],
])('%d ms reads %s', (ms, text) => {
  expect(seconds(ms)).toBe(text)
})
