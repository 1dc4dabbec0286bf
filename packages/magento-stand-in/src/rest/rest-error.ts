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
export const noSuchEntity = (field: string, value: unknown): RestError =>
  new RestError(404, 'No such entity with %fieldName = %fieldValue', [{ fieldName: field, fieldValue: value }])
