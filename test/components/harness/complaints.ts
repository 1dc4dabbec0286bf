import { format } from 'node:util'

const heard: string[] = []
let tolerated: RegExp[] = []

const hear = (...said: unknown[]) => {
  const text = said.map((one) => (one instanceof Object && 'stack' in one ? one.stack : one))
  const line = format(...text)
  if (!tolerated.some((pattern) => pattern.test(line))) heard.push(line)
}

/** The app's console: what it complains of fails the test. */
export const listening = { log() {}, info() {}, debug() {}, time() {}, timeEnd() {}, warn: hear, error: hear }

/** WeChat's compiler and the simulator complain on the test's own console: a missing template (`WXMLRT_$gwx`) is only a warning there. */
export function listenToConsole() {
  console.warn = hear
  console.error = hear
}

/** A test that provokes a complaint names it, and only it. */
export function tolerate(pattern: RegExp) {
  tolerated.push(pattern)
}

/** @throws {Error} with everything that was complained of since the last time */
export function expectNoComplaints() {
  tolerated = []
  const complaints = heard.splice(0)
  if (complaints.length > 0) throw new Error(`The app complained:\n${complaints.join('\n')}`)
}
