/**
 * An error and what caused it, outermost first. Asked by shape, not by `instanceof`: an error of another realm (a
 * test's, a worker's) is one too.
 */
export function* causesOf(error: unknown): Generator<{ code?: string; message: string }> {
  for (let cause = error; typeof cause === 'object' && cause !== null; cause = 'cause' in cause ? cause.cause : null) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
    yield { code, message: 'message' in cause ? String(cause.message) : '' }
  }
}

/** The code of a system or database error (`ENOENT`, `23505`), however deep a library has wrapped it. */
export function codeOf(error: unknown): string | undefined {
  for (const { code } of causesOf(error)) if (code !== undefined) return code
  return undefined
}
