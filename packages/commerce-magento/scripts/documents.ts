import { codegen } from '@graphql-codegen/core'
import * as typedDocumentNode from '@graphql-codegen/typed-document-node'
import * as typescriptOperations from '@graphql-codegen/typescript-operations'
import { parse } from 'graphql'
import type { OperationFile } from './operations'

const NOTE = [
  '// Written by scripts/main.ts from the .graphql files beside it. Do not edit.',
  '// biome-ignore-all format: as the generator writes it',
  '// biome-ignore-all lint: as the generator writes it',
  '// biome-ignore-all assist: as the generator writes it',
  '',
].join('\n')

/** TypeScript of the operations: a typed document each. */
export async function documentsOf(subset: string, files: OperationFile[]): Promise<string> {
  const config = {
    onlyOperationTypes: true,
    useTypeImports: true,
    skipTypename: true,
    enumsAsTypes: true,
    avoidOptionals: { field: true, inputValue: false },
    scalars: { ID: 'string' },
    documentMode: 'documentNode',
    dedupeFragments: true,
  }
  const written = await codegen({
    filename: 'documents.ts',
    schema: parse(subset),
    documents: files.map(({ path, document }) => ({ location: path, document })),
    config,
    plugins: [{ 'typescript-operations': {} }, { 'typed-document-node': {} }],
    pluginMap: { 'typescript-operations': typescriptOperations, 'typed-document-node': typedDocumentNode },
  })
  return `${NOTE}${written}`
}
