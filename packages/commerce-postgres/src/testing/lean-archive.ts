const BLOCK = 512
/** Offsets and lengths in a tar header. */
const NAME = [0, 100] as const
const SIZE = [124, 12] as const
const CHECKSUM = [148, 8] as const
/** PostgreSQL reads and writes its log by pages. Bytes. */
const PAGE = 8_192

/** The templates new databases are made from; in-process there is one database, and none is made. */
const TEMPLATES = /^\/?base\/[14]\//
const LOG = /^\/?pg_wal\/[0-9A-F]{24}$/
const SETTINGS = /^\/?postgresql\.conf$/
/** What a test's tables need: 128 MB are the default, and setting them up is a third of an opening. */
const SMALL = '\nshared_buffers = 8MB\n'

/**
 * The files of a PostgreSQL that has been closed, without what nobody will read: opening them takes half the time.
 *
 * @param archive tar, as `dumpDataDir('none')` writes it
 */
export function leanArchive(archive: Buffer): Buffer {
  const kept: Buffer[] = []
  for (let at = 0; at < archive.length; ) {
    const header = Buffer.from(archive.subarray(at, at + BLOCK))
    const name = textOf(header, NAME)
    if (name === '') break
    const size = Number.parseInt(textOf(header, SIZE), 8) || 0
    const body = archive.subarray(at + BLOCK, at + BLOCK + size)
    at += BLOCK + padded(size)
    if (!TEMPLATES.test(name)) kept.push(...entry(header, changed(name, body)))
  }
  // Two empty blocks end an archive.
  return Buffer.concat([...kept, Buffer.alloc(2 * BLOCK)])
}

function changed(name: string, body: Buffer): Buffer {
  if (SETTINGS.test(name)) return Buffer.concat([body, Buffer.from(SMALL)])
  return LOG.test(name) ? withoutEmptyPages(body) : body
}

/** A log is made with its full sixteen megabytes, and grows again where it was cut. */
function withoutEmptyPages(log: Buffer): Buffer {
  let end = log.length
  while (end > 0 && log[end - 1] === 0) end -= 1
  return log.subarray(0, Math.ceil(end / PAGE) * PAGE)
}

function entry(header: Buffer, body: Buffer): Buffer[] {
  header.write(`${body.length.toString(8).padStart(SIZE[1] - 1, '0')}\0`, SIZE[0])
  // The sum is over the header with blanks in its own place.
  header.fill(' ', CHECKSUM[0], CHECKSUM[0] + CHECKSUM[1])
  const sum = header.reduce((all, byte) => all + byte, 0)
  header.write(`${sum.toString(8).padStart(CHECKSUM[1] - 2, '0')}\0 `, CHECKSUM[0])
  return [header, body, Buffer.alloc(padded(body.length) - body.length)]
}

const padded = (size: number) => Math.ceil(size / BLOCK) * BLOCK
const textOf = (header: Buffer, [at, length]: readonly [number, number]) =>
  header
    .subarray(at, at + length)
    .toString('latin1')
    .split('\0', 1)[0]!
