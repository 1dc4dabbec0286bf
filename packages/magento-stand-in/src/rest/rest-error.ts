/** What REST answers an error with: a message whose %1, %2 … stand for the parameters. */
export class RestError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly parameters?: unknown[],
  ) {
    super(message)
  }
}
/** Nothing is served there. */
export const noRoute = (): RestError => new RestError(404, 'Request does not match any route.')
export const noSuchEntity = (field: string, value: unknown): RestError =>
  new RestError(404, 'No such entity with %fieldName = %fieldValue', [{ fieldName: field, fieldValue: value }])
