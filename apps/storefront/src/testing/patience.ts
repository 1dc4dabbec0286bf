import { readFileSync } from 'node:fs'

const { testPath } = expect.getState()

// Half of the files are about pure functions: for them the library and what it brings would be most of the work.
if (testPath && /testing-library|\/testing\//.test(readFileSync(testPath, 'utf8'))) {
  const { configure } = jest.requireActual<typeof import('@testing-library/react')>('@testing-library/react')
  /** A wait ends when its condition is met: on a busy machine that may take a while, and costs nothing elsewhere. */
  configure({ asyncUtilTimeout: 15_000 })
}
