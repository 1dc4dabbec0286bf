const { default: Sequencer } = require('@jest/test-sequencer')

/** Short to read and minutes to run: the whole suite of a back end. */
const SUITES = /\/conformance\.test\.ts$/

/**
 * Jest begins with the files that took longest last time, and where it has no memory, as on a fresh machine, with the longest
 * texts. The suites would come last by that, and one core would wait for the other to end with them.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests)
    const isSuite = ({ path }) => SUITES.test(path)
    return [...sorted.filter(isSuite), ...sorted.filter((test) => !isSuite(test))]
  }
}
