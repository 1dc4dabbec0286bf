import { randomBytes } from 'node:crypto'
import { type Database, openDatabase } from '@xiaopu/commerce-postgres'

/** Where tests may make databases of their own on a PostgreSQL server; undefined where there is none. */
export const serverUrl = process.env.TEST_DATABASE_URL

/** A new, empty database on that server, and how to open it again. */
export async function newServerDatabase(): Promise<{ open(): Promise<Database>; drop(): Promise<void> }> {
  const name = `xiaopu_gateway_${randomBytes(6).toString('hex')}`
  const url = new URL(serverUrl!)
  url.pathname = `/${name}`
  await onServer(`create database ${name}`)
  return {
    open: () => openDatabase({ url: url.href }),
    drop: () => onServer(`drop database ${name} with (force)`),
  }
}

async function onServer(statement: string): Promise<void> {
  const server = await openDatabase({ url: serverUrl })
  try {
    await server.execute(statement)
  } finally {
    await server.close()
  }
}
