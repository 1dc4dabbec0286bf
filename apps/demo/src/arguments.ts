import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface DemoArguments {
  /** The port of the one address that is printed; the next free one when it is taken. */
  port: number
  /** Where the shop's data is kept between starts. */
  dataDir: string
  databaseUrl: string | undefined
  commerce: 'postgres' | 'magento'
  help: boolean
}

export const USAGE = `npm start -- [options]

  --port <number>      the address to open (default 4100; the next free one when it is taken)
  --data <folder>      where the shop keeps its data (default .xiaopu/data)
  --database <url>     a PostgreSQL server instead of the embedded database (or DATABASE_URL)
  --magento            goods and orders at a stand-in for Magento (its data is in the folder "magento" of --data; a
                       database server given with --database must not be one that a shop without Magento uses)
  --help               this text`

/** @throws a sentence for the person who typed it */
export function readArguments(args: string[], root: string, env: NodeJS.ProcessEnv): DemoArguments {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '4100' },
      data: { type: 'string', default: '.xiaopu/data' },
      database: { type: 'string' },
      magento: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_435)
    throw new Error(`--port ${values.port} is not a port number.`)
  return {
    port,
    dataDir: resolve(root, values.data),
    databaseUrl: values.database ?? env.DATABASE_URL,
    commerce: values.magento ? 'magento' : 'postgres',
    help: values.help,
  }
}
