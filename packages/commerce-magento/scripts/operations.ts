import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  concatAST,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql'

export const OPERATIONS_FOLDER = join(import.meta.dirname, '../src/operations')

/** One `.graphql` file. `since` names the Magento that first has what it asks for; null: every one we support. */
export interface OperationFile {
  path: string
  since: string | null
  document: DocumentNode
}

/** Every `.graphql` file below `src/operations`, by path. The first line may say `# since: 2.4.8`. */
export function readOperationFiles(folder = OPERATIONS_FOLDER): OperationFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.graphql'))
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(folder, path), 'utf8')
      return { path, since: /^# since: (.+)$/m.exec(text)?.[1]?.trim() ?? null, document: parse(text) }
    })
}

/** The operations of the files with all fragments of the package: what is sent, one document each. */
export function operationsOf(files: OperationFile[], all: OperationFile[]) {
  const fragments = new Map(
    all
      .flatMap(({ document }) => definitions(document, Kind.FRAGMENT_DEFINITION))
      .map((each) => [each.name.value, each]),
  )
  return files.flatMap(({ document, since }) =>
    definitions(document, Kind.OPERATION_DEFINITION).map((operation) => ({
      name: operation.name!.value,
      since,
      document: { kind: Kind.DOCUMENT, definitions: [operation, ...usedBy(operation, fragments)] } as DocumentNode,
    })),
  )
}

/** All files as one document, which is how the generators want them. */
export const together = (files: OperationFile[]): DocumentNode => concatAST(files.map(({ document }) => document))

type Definition = OperationDefinitionNode | FragmentDefinitionNode
function definitions<Wanted extends Definition['kind']>(document: DocumentNode, kind: Wanted) {
  return document.definitions.filter((each): each is Extract<Definition, { kind: Wanted }> => each.kind === kind)
}

function usedBy(node: Definition, fragments: Map<string, FragmentDefinitionNode>): FragmentDefinitionNode[] {
  const found = new Set<FragmentDefinitionNode>()
  const visit = (text: string) => {
    for (const [, name] of text.matchAll(/"kind":"FragmentSpread","name":\{"kind":"Name","value":"(\w+)"/g)) {
      const fragment = fragments.get(name!)
      if (!fragment || found.has(fragment)) continue
      found.add(fragment)
      visit(JSON.stringify(fragment, withoutPlace))
    }
  }
  visit(JSON.stringify(node, withoutPlace))
  return [...found]
}

const withoutPlace = (key: string, value: unknown) => (key === 'loc' ? undefined : value)
