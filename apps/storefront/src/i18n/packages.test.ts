import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { messages } from './messages/all'
import { main } from './messages/main'

/**
 * A sentence that did not come with its package is shown as its key, and only on the phone: here everything a page imports
 * is searched for keys.
 */
const src = join(import.meta.dirname, '..')
const PACKAGES = ['pages', 'goods', 'trade', 'stores', 'account']
const pages = PACKAGES.flatMap((root) =>
  readdirSync(join(src, root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ root, page: `${root}/${name}` })),
)

test.each(pages)('$page has every sentence it may say', ({ root, page }) => {
  const files = filesOf(`${page}/index.tsx`)
  expect(files.length).toBeGreaterThan(20)
  const said = new Set(files.flatMap(featuresIn))
  const brought = new Set([...Object.keys(main), ...sentencesOf(root, files)])
  expect([...said].filter((feature) => !brought.has(feature))).toEqual([])
})

/** What a page imports, near and far, relative to the sources. */
function filesOf(file: string, found = new Set<string>()): string[] {
  if (found.has(file) || file.startsWith('i18n/messages/')) return []
  found.add(file)
  const source = readFileSync(join(src, file), 'utf8')
  for (const [, path] of source.matchAll(/^(?:import|export|\} from)(?! type\b)[^'\n]*'(\.[^']+)'/gm)) {
    const imported = sourceAt(join(dirname(file), path!))
    if (imported) filesOf(imported, found)
  }
  return [...found]
}

const sourceAt = (path: string): string | undefined =>
  ['.ts', '.tsx', '/index.ts', '/index.tsx'].map((end) => path + end).find((file) => existsSync(join(src, file)))

function featuresIn(file: string): string[] {
  const source = readFileSync(join(src, file), 'utf8')
  return [...source.matchAll(/['"`]([a-z]\w*)\.[$\w]/gi)].flatMap(([, word]) => (word! in messages ? word! : []))
}

function sentencesOf(root: string, files: string[]): string[] {
  const file = `${root}/sentences.ts`
  if (!files.includes(file)) return []
  const [, names = ''] = /addSentences\(\{([^}]*)\}\)/.exec(readFileSync(join(src, file), 'utf8')) ?? []
  return names.split(',').map((name) => name.trim())
}
