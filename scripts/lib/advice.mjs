/** Something could not be installed: what, why, and what a person can do about it. */
export class InstallFailed extends Error {
  /**
   * @param {string} what
   * @param {string} why what the installing program said
   */
  constructor(what, why) {
    super([what, firstLines(why), '', `What to do: ${advice(why)}`].join('\n'))
    this.name = 'InstallFailed'
  }
}

/** @type {[RegExp, string][]} */
const KNOWN = [
  [
    /OUTDATED_LOCKFILE|LOCKFILE_CONFIG_MISMATCH|LOCKFILE_MISSING/,
    'pnpm-lock.yaml does not match the package.json files. Run "node scripts/pnpm.mjs install", look at what changed, and commit it.',
  ],
  [/ENOSPC|no space left/i, 'the disk is full: free about 2 GB and run the same command again.'],
  [
    /EACCES|EPERM|permission denied/i,
    'this folder cannot be written to. Give it to your user (or clone elsewhere) and run the same command again.',
  ],
  [
    /SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|certificate/i,
    'the registry\'s certificate is not trusted. Behind a company proxy set "npm config set cafile <file.pem>" and run the same command again.',
  ],
  [
    /E401|E403|\b401\b|\b403\b/,
    'the registry refused access. Check "npm config get registry" and sign in with "npm login" if it is a private one.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET|FETCH|error sending request|dns|META_FETCH_FAIL/i,
    'the npm registry did not answer. Check the network; behind a proxy set "npm config set https-proxy <url>", for a mirror "npm config set registry <url>". What was downloaded is kept: run the same command again.',
  ],
]

/**
 * @param {string} why
 * @returns {string}
 */
export function advice(why) {
  const known = KNOWN.find(([sign]) => sign.test(why))
  return (
    known?.[1] ??
    'run the same command again; if it fails the same way, delete node_modules and .xiaopu and try once more.'
  )
}

/**
 * npm and pnpm say what happened first, then how they came to it.
 * @param {string} text
 */
function firstLines(text) {
  const lines = text.split('\n').filter((line) => line.trim())
  return lines
    .slice(0, 6)
    .map((line) => `  ${line}`)
    .join('\n')
}
