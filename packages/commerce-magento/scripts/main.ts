/**
 * Writes what is made from the `.graphql` files: the subset of Magento's schema that we use (cut from true schemas, where
 * their folder is given) and the types. `--check` only says which files are not what they should be.
 *
 *     node --import tsx packages/commerce-magento/scripts/main.ts [--check]
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { generate } from './generate'

const check = process.argv.includes('--check')
const stale: string[] = []
for (const [path, text] of await generate()) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
  stale.push(path)
  if (!check) writeFileSync(path, text)
}
for (const path of stale) process.stdout.write(`${check ? 'not current' : 'written'}: ${path}\n`)
if (check && stale.length > 0) process.exitCode = 1
