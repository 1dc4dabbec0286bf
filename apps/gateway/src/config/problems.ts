import type { z } from 'zod'

/** What is wrong with the variables that were `given`, in a sentence each. Never says what was given. */
export function problemsIn(error: z.ZodError | undefined, given: Record<string, string | undefined>): string[] {
  return (error?.issues ?? []).map(({ path, code, message }) => {
    const name = String(path[0])
    return given[name] === undefined && code === 'invalid_type' ? `${name} is missing` : `${name} ${message}`
  })
}
