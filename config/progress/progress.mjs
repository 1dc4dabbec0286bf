const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
/** On plain output, the least time between two lines about the same step, in ms: a log, not a flood. */
const PLAIN_PACE = 5_000

/**
 * @typedef {object} Step
 * @property {(detail: string, fraction?: number) => void} update how far it is; `fraction` is 0 to 1 where it is known
 * @property {(sentence?: string) => void} done
 * @property {(sentence?: string) => void} fail
 */

/**
 * Numbered steps: a spinner with a percentage on a terminal, a line now and then in a log.
 *
 * @param {number} total how many steps there will be
 * @param {{ isTTY?: boolean, write(text: string): unknown }} [out]
 * @param {number} [begun] how many of them another process has shown already
 */
export function createProgress(total, out = process.stdout, begun = 0) {
  return {
    /**
     * A step with nothing to do.
     * @param {string} sentence such as "Packages are up to date"
     */
    already(sentence) {
      begun += 1
      out.write(`${out.isTTY ? '✔ ' : ''}[${begun}/${total}] ${sentence}\n`)
    },
    /**
     * @param {string} title what is being done, such as "Installing packages"
     * @returns {Step}
     */
    begin(title) {
      begun += 1
      return beginStep(`[${begun}/${total}]`, title, out)
    },
  }
}

/**
 * @param {string} number
 * @param {string} title
 * @param {{ isTTY?: boolean, write(text: string): unknown }} out
 * @returns {Step}
 */
function beginStep(number, title, out) {
  const startedAt = Date.now()
  let detail = ''
  let frame = 0
  let lastPrinted = startedAt

  const spin = () => {
    frame = (frame + 1) % FRAMES.length
    out.write(`\r\u001b[2K${FRAMES[frame]} ${number} ${title}…${detail}`)
  }
  const timer = out.isTTY ? setInterval(spin, 100) : undefined
  timer?.unref()
  if (out.isTTY) spin()
  else out.write(`${number} ${title}…\n`)

  const end = (/** @type {string} */ mark, /** @type {string} */ sentence) => {
    clearInterval(timer)
    const line = `${number} ${sentence} (${seconds(Date.now() - startedAt)})\n`
    out.write(out.isTTY ? `\r\u001b[2K${mark} ${line}` : line)
  }
  return {
    update(text, fraction) {
      const percent = fraction === undefined ? '' : ` (${Math.min(99, Math.floor(fraction * 100))} %)`
      detail = ` ${text}${percent}`
      if (out.isTTY || Date.now() - lastPrinted < PLAIN_PACE) return
      lastPrinted = Date.now()
      out.write(`${number} ${title}…${detail}\n`)
    },
    done: (sentence = title) => end('✔', sentence),
    fail: (sentence = `${title}: failed`) => end('✖', sentence),
  }
}

/**
 * A duration as a person reads it: "0.4 s", "12 s", "2 min 05 s".
 * @param {number} ms
 */
export function seconds(ms) {
  const s = ms / 1000
  if (s < 10) return `${s.toFixed(1)} s`
  if (Math.round(s) < 60) return `${Math.round(s)} s`
  const whole = Math.round(s)
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`
}
