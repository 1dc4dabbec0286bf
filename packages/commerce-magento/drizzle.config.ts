import { defineConfig } from 'drizzle-kit'

/** `npx drizzle-kit generate` compares the tables with the last snapshot and writes the next migration. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/tables/index.ts',
  out: './drizzle',
  schemaFilter: ['magento'],
})
