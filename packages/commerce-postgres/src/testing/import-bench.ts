import { createPostgresCommerce } from '..'
import { importCatalog } from '../import'
import { table } from './conformance-csv'
import type { TestDatabase } from './databases'
import { anyPicture, anyVideo } from './pictures'

export const HEADINGS = [
  'name',
  'slug',
  'description',
  'assets',
  'optionGroups',
  'optionValues',
  'sku',
  'price',
  'stockOnHand',
]
export const CHAIR = ['Chair', 'chair', 'To sit on', 'chair.jpg|chair-2.jpg', 'Colour', 'Oak', 'C-1', '399.00', 10]
export const CHAIR_BLACK = ['', '', '', '', '', 'Black', 'C-2', '429.5', 5]
export const LAMP = ['Lamp', 'lamp', 'To read by', 'lamp.jpg', '', '', 'L-1', '99', 3]
export type Cell = string | number | undefined

/** Imports into the database, and looks at what is there. */
export function importBench(opened: () => TestDatabase) {
  const run = (csv: string | Buffer, options: Partial<Parameters<typeof importCatalog>[0]> = {}) =>
    importCatalog({ database: opened().database, csv, pictures: anyPicture, videos: anyVideo, ...options })
  const rows = (...lines: Cell[][]) => run(table(HEADINGS, lines))
  const shop = () => createPostgresCommerce({ database: opened().database })
  const everything = async () => {
    const tables = [
      'products',
      'categories',
      'skus',
      'pictures',
      'videos',
      'product_options',
      'option_values',
      'sku_option_values',
    ]
    const contents = await Promise.all(
      tables.map(
        async (name) =>
          (await opened().database.execute(`select to_jsonb(t) as row from commerce.${name} t order by t::text`)).rows,
      ),
    )
    return JSON.stringify(contents)
  }
  const errors = (answer: Awaited<ReturnType<typeof run>>) => {
    if (answer.ok) throw new Error('It was imported')
    return answer.errors.map(({ line, column, message }) => [line, column, message])
  }

  return { run, rows, shop, everything, errors }
}
