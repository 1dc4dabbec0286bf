import { createServer } from 'node:net'

/** How many ports after the wanted one are tried before giving up. */
const TRIES = 100

/**
 * The wanted port, or the next one that is free. 0 is any free port.
 * @throws when none of the hundred from there on is free
 */
export async function freePort(wanted: number, host: string): Promise<number> {
  for (let port = wanted; port < wanted + TRIES; port++) {
    const free = await tryPort(port, host)
    if (free !== null) return free
  }
  throw new Error(`No free port between ${wanted} and ${wanted + TRIES - 1}. Choose another with --port.`)
}

const tryPort = (port: number, host: string) =>
  new Promise<number | null>((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(null) : reject(error),
    )
    server.listen(port, host, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
