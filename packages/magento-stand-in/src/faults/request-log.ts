/** One request as it came in. */
export interface LoggedRequest {
  method: string
  /** Path with its query. */
  path: string
  /** Root fields of a GraphQL operation; the route of a REST call. */
  operations: string[]
  operationName: string | null
  variables: Record<string, unknown>
  headers: { store: string | null; currency: string | null; authorization: 'none' | 'bearer' | 'oauth' }
  status: number | null
}

/** The last thousand requests. */
export class RequestLog {
  private entries: LoggedRequest[] = []

  add(entry: LoggedRequest): void {
    this.entries.push(entry)
    if (this.entries.length > 1_000) this.entries.shift()
  }
  list(): LoggedRequest[] {
    return [...this.entries]
  }
  clear(): void {
    this.entries = []
  }
}
