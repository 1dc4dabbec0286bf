import { readFileSync } from 'node:fs'

/**
 * The oldest Node the project runs on, as package.json `engines.node` states it (">=20.19").
 * @returns {[number, number]}
 */
export function oldestNode() {
  const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  const [, major, minor] = /(\d+)\.(\d+)/.exec(engines.node) ?? []
  return [Number(major), Number(minor)]
}

/**
 * A plain sentence when this Node is too old to go on, otherwise nothing.
 * @param {string} version such as "20.19.0"
 * @param {[number, number]} oldest
 * @returns {string | undefined}
 */
export function nodeIsTooOld(version, [major, minor]) {
  const [haveMajor = 0, haveMinor = 0] = version.split('.').map(Number)
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return undefined
  return `Xiaopu needs Node ${major}.${minor} or newer, and this is Node ${version}. Install a newer Node (nodejs.org, or "nvm install") and run the same command again.`
}

/** Ends the program with that sentence. This file, and whoever imports it statically, must still parse on an old Node. */
export function checkNode() {
  const sentence = nodeIsTooOld(process.versions.node, oldestNode())
  if (!sentence) return
  console.error(sentence)
  process.exit(1)
}
