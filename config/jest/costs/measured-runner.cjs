const { default: circus } = require('jest-circus/runner')
const { processorTime } = require('./processor-time.cjs')

/** What this worker had used when its last file ended. */
let before = { own: 0, children: 0 }

/**
 * Jest's own runner, which also says what a file cost: `testResult.cost`, ms of processor time, its own and of the programs it
 * started. Opening the environment counts for the file, and starting the worker for its first one, so that the files add
 * up to the run.
 */
module.exports = async function run(...file) {
  const result = await circus(...file)
  const { own, children } = processorTime()
  result.cost = { own: own - before.own, children: children - before.children }
  before = { own, children }
  return result
}
