import { GraphQLError } from 'graphql'

export type ErrorCategory =
  | 'graphql-authorization'
  | 'graphql-authentication'
  | 'graphql-input'
  | 'graphql-no-such-entity'
  | 'graphql-already-exists'
  | 'graphql-too-many-requests'

/** An error Magento tells the client of; every other is masked. */
export class MagentoError extends GraphQLError {
  constructor(category: ErrorCategory, message: string) {
    super(message, { extensions: { category } })
  }
}
/** The stand-in was asked for what it does not model: never masked, never an empty answer. */
export class NotModelled extends GraphQLError {}

export const inputError = (message: string) => new MagentoError('graphql-input', message)
export const noSuchEntity = (message: string) => new MagentoError('graphql-no-such-entity', message)
export const notAuthorized = (message: string) => new MagentoError('graphql-authorization', message)
export const notAuthenticated = (message: string) => new MagentoError('graphql-authentication', message)
