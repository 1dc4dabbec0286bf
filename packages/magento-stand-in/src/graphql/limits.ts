import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { getComplexity, simpleEstimator } from 'graphql-query-complexity'
import { inputError, type MagentoError } from './errors'

/** Every field counts one, and so does what is below it: the measure of Magento's GraphQL library. */
export function complexityOf(
  schema: GraphQLSchema,
  query: DocumentNode,
  variables: Record<string, unknown>,
  operationName?: string,
): number {
  return getComplexity({
    schema,
    query,
    variables,
    operationName,
    estimators: [simpleEstimator({ defaultComplexity: 1 })],
  })
}

/** Levels of fields that have fields; a leaf adds none. */
export function depthOf(document: DocumentNode): number {
  const fragments = new Map(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  )
  const below = (set: SelectionSetNode): number =>
    Math.max(
      0,
      ...set.selections.map((selection) => {
        if (selection.kind === Kind.FIELD) return selection.selectionSet ? 1 + below(selection.selectionSet) : 0
        if (selection.kind === Kind.INLINE_FRAGMENT) return below(selection.selectionSet)
        const fragment = fragments.get(selection.name.value)
        return fragment ? below(fragment.selectionSet) : 0
      }),
    )
  const operations = document.definitions.filter(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  )
  return Math.max(0, ...operations.map((operation) => below(operation.selectionSet)))
}

export const tooComplex = (maximum: number, found: number): MagentoError =>
  inputError(`Max query complexity should be ${maximum} but got ${found}.`)
export const tooDeep = (maximum: number, found: number): MagentoError =>
  inputError(`Max query depth should be ${maximum} but got ${found}.`)
