/**
 * How many packages an install will put in place, counted in pnpm-lock.yaml: every snapshot, those for other platforms
 * included (pnpm says which of them it skips).
 * @param {string} lockfile
 */
export function countPackages(lockfile) {
  const snapshots = lockfile.slice(lockfile.indexOf('\nsnapshots:'))
  return snapshots.match(/^ {2}\S.*:(?: \{\})?$/gm)?.length ?? 0
}

/**
 * Folds pnpm's `--reporter=ndjson` lines into how far the install is and what went wrong.
 * @param {number} inLockfile
 */
export function followInstall(inLockfile) {
  let skipped = 0
  let fetched = 0
  let imported = 0
  /** @type {string[]} */
  const complaints = []

  return {
    /** @param {string} line */
    read(line) {
      const event = parse(line)
      if (!event) {
        if (line.trim()) complaints.push(line)
        return
      }
      if (event.name === 'pnpm:skipped-optional-dependency') skipped += 1
      if (event.name === 'pnpm:progress' && event.status === 'fetched') fetched += 1
      if (event.name === 'pnpm:progress' && event.status === 'imported') imported += 1
      if (event.level === 'error')
        complaints.push([event.err?.code ?? event.code, event.err?.message ?? event.message].filter(Boolean).join(' '))
    },
    /** Packages in place, of about how many; `fetched` of them came over the network. */
    get now() {
      return { imported, fetched, expected: Math.max(inLockfile - skipped, imported) }
    },
    get complaints() {
      return complaints.join('\n')
    },
  }
}

/**
 * @param {string} line
 * @returns {any}
 */
function parse(line) {
  if (!line.startsWith('{')) return undefined
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
