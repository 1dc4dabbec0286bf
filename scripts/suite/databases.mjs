import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from '../lib/paths.mjs'

/**
 * The databases the commerce conformance suite ran on, read from what Jest ran: "PGlite", "PGlite and PostgreSQL 15".
 * Nothing when the suite was not part of the run. The suite's files have "conformance" in their path, and an outer
 * `describe` that names the database.
 *
 * @param {(import('./counts.mjs').JestResults | undefined)[]} runs
 * @param {(url: string) => Promise<string>} [askVersion]
 * @returns {Promise<string | undefined>}
 */
export async function databasesUsed(runs, askVersion = postgresVersion) {
  const tests = runs
    .flatMap((run) => run?.testResults ?? [])
    .filter(({ name }) => /conformance/.test(name))
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed' || status === 'failed')
  const titles = tests.flatMap(({ ancestorTitles }) => ancestorTitles)
  const onPglite = titles.some((title) => /PGlite/i.test(title))
  const onPostgres = titles.some((title) => /PostgreSQL/i.test(title) && !/PGlite/i.test(title))

  const databases = []
  if (onPglite) databases.push('PGlite')
  if (onPostgres) databases.push(`PostgreSQL ${await askVersion(process.env.TEST_DATABASE_URL ?? '')}`.trim())
  return databases.join(' and ') || undefined
}

/**
 * The server's major version; empty when it no longer answers.
 * @param {string} connectionString
 */
async function postgresVersion(connectionString) {
  const { Client } = createRequire(join(root, 'packages/commerce-postgres/package.json'))('pg')
  const client = new Client({ connectionString, connectionTimeoutMillis: 3_000 })
  try {
    await client.connect()
    const { rows } = await client.query('show server_version')
    return String(rows[0].server_version).split('.')[0] ?? ''
  } catch {
    return ''
  } finally {
    await client.end().catch(() => undefined)
  }
}
