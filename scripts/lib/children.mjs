import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { createInterface } from 'node:readline'

const onWindows = process.platform === 'win32'
/** How long a program may take to put its things away after Ctrl-C before it is ended, in ms. */
const PATIENCE = 10_000
/** npm passes on a Ctrl-C that the terminal has already delivered; only a later one is a person insisting. In ms. */
const SAME_KEYPRESS = 500

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
let firstSignalAt = 0

/**
 * Starts a program in a process group of its own, so that it and all it starts can be stopped together, and each signal
 * reaches it exactly once (a terminal would deliver one and npm the same again).
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function startChild(command, args, options = {}) {
  const child = spawn(command, args, { ...options, detached: !onWindows, windowsHide: true })
  running.add(child)
  child.once('close', () => {
    running.delete(child)
    signalGroup(child, 'SIGTERM')
  })
  child.once('error', () => running.delete(child))
  return child
}

/**
 * @typedef {object} Ended
 * @property {number} code exit code; 128 + signal number when a signal ended it, 127 when it could not be started
 * @property {string} output what it printed, when it was not given our own terminal
 *
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [inherit] give it our terminal instead of collecting its output
 * @property {number} [timeout] ms, after which it is ended
 * @property {(line: string) => void} [onLine] each line of output as it comes
 */

/**
 * Runs a program to its end. Never rejects: a program that cannot be started ends with code 127 and says why.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Ended>}
 */
export function run(command, args, { cwd, env, inherit = false, timeout, onLine } = {}) {
  return new Promise((resolve) => {
    /** @type {string[]} */
    const lines = []
    const child = startChild(command, args, { cwd, env, stdio: inherit ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line)
        onLine?.(line)
      })
    }
    const timer = timeout === undefined ? undefined : setTimeout(() => kill(child), timeout)
    const end = (/** @type {number} */ code) => {
      clearTimeout(timer)
      resolve({ code, output: lines.join('\n') })
    }
    child.once('error', (error) => {
      lines.push(error.message)
      end(127)
    })
    child.once('close', (code, signal) => end(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}

/**
 * From now on Ctrl-C (and SIGTERM, and a closed terminal) is passed on to every running program, which may put its
 * things away; what has not ended in ten seconds, or at a second Ctrl-C, is ended by force.
 */
export function passSignalsOn() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (firstSignalAt) {
        if (Date.now() - firstSignalAt > SAME_KEYPRESS) killAll()
        return
      }
      firstSignalAt = Date.now()
      process.exitCode = 128 + constants.signals[signal]
      // On Windows the console has told every program already.
      for (const child of running) if (!onWindows) signalGroup(child, signal === 'SIGHUP' ? 'SIGTERM' : signal)
      setTimeout(killAll, PATIENCE).unref()
    })
  }
}

/** True once a person (or the system) asked us to stop: no further step should begin. */
export const stopping = () => firstSignalAt > 0

function killAll() {
  for (const child of running) kill(child)
}

/** @param {import('node:child_process').ChildProcess} child */
function kill(child) {
  if (onWindows) spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'])
  else signalGroup(child, 'SIGKILL')
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined || onWindows) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // The whole group has ended already.
  }
}
