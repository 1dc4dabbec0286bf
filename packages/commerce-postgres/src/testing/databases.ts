import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { COMMERCE_MIGRATIONS, type Database, migrateCommerce, openDatabase } from '../database'
import { openInMemory } from './in-memory'

/** A database of a test's own, with the shop's tables in it; `drop` leaves nothing of it. */
export interface TestDatabase {
  database: Database
  drop(): Promise<void>
}

export interface Backing {
  name: string
  create(): Promise<TestDatabase>
}

/** PGlite always, and a PostgreSQL server where TEST_DATABASE_URL names one. */
export const BACKINGS: Backing[] = [
  { name: 'PGlite', create: inMemory },
  ...(process.env.TEST_DATABASE_URL ? [{ name: 'PostgreSQL (TEST_DATABASE_URL)', create: onServer }] : []),
]

async function inMemory(): Promise<TestDatabase> {
  const database = await openInMemory({ from: [COMMERCE_MIGRATIONS], prepare: migrateCommerce })
  return { database, drop: () => database.close() }
}

async function onServer(): Promise<TestDatabase> {
  const name = `xiaopu_test_${randomUUID().replaceAll('-', '')}`
  await onTestServer(`create database ${name}`)
  const url = new URL(process.env.TEST_DATABASE_URL!)
  url.pathname = `/${name}`
  const database = await openDatabase({ url: url.href })
  await migrateCommerce(database)
  return {
    database,
    async drop() {
      await database.close()
      await onTestServer(`drop database ${name} with (force)`)
    },
  }
}

async function onTestServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
