import { parseArgs } from 'node:util'

/** `anyway`: also where the shop is kept elsewhere, and nobody will see what is imported. */
export type Command =
  | { name: 'import'; file: string; imagesDir: string | undefined; overwriteStock: boolean; anyway: boolean }
  | { name: 'stores'; file: string; imagesDir: string | undefined; anyway: boolean }
  | { name: 'store-stock'; file: string; anyway: boolean }
  | { name: 'coupons'; file: string; anyway: boolean }
  | { name: 'home'; file: string }
  | { name: 'help' }

export const USAGE = `Usage:
  npm run shop -- import <file.csv> [--images <folder>] [--overwrite-stock]   products, prices, stock, pictures
  npm run shop -- stores <file.csv> [--images <folder>]                       the list of stores
  npm run shop -- store-stock <file.csv>                                      what lies in the stores
  npm run shop -- coupons <file.csv>                                          coupon codes
  npm run shop -- home <file.json>                                            the home page

The shop's database is under DATA_DIR (default .xiaopu/data), or at DATABASE_URL. With COMMERCE=magento goods, stores and
coupons are Magento's, and are imported here only with --anyway.`

/** The command line was not understood; the message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** @throws UsageError */
export function readArguments(argv: string[]): Command {
  const { values, positionals } = parsed(argv)
  const [name, file, ...rest] = positionals
  if (values.help || name === undefined) return { name: 'help' }
  if (!isCommand(name)) throw new UsageError(`There is no command "${name}".`)
  if (file === undefined) throw new UsageError(`"${name}" needs a file.`)
  if (rest.length > 0) throw new UsageError(`One file at a time: what is "${rest[0]}"?`)
  if (name === 'home') return { name, file }
  const { images: imagesDir, anyway = false } = values
  if (name === 'coupons' || name === 'store-stock') return { name, file, anyway }
  return name === 'stores'
    ? { name, file, imagesDir, anyway }
    : { name, file, imagesDir, overwriteStock: values['overwrite-stock'] ?? false, anyway }
}

const NAMES = ['import', 'stores', 'store-stock', 'coupons', 'home'] as const
const isCommand = (name: string): name is (typeof NAMES)[number] => NAMES.some((known) => known === name)

function parsed(argv: string[]) {
  try {
    const options = {
      images: { type: 'string' },
      'overwrite-stock': { type: 'boolean' },
      anyway: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    } as const
    return parseArgs({ args: argv, options, allowPositionals: true })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}
