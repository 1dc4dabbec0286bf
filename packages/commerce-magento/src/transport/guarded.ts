import { MagentoMisconfigured, MagentoRefusal } from './errors'

/**
 * The same port, where a refusal nobody expected is the store's doing: rights our integration lacks, a limit set below
 * what our operations need. Shoppers see that the shop is unavailable; the log says what to look at.
 */
export function guarded<Port extends object>(port: Port): Port {
  const methods = Object.entries(port).map(([name, method]) => [
    name,
    async (...args: unknown[]) => {
      try {
        return await method.apply(port, args)
      } catch (error) {
        if (!(error instanceof MagentoRefusal)) throw error
        throw new MagentoMisconfigured(`${error.message}. The doctor says what to change.`, { cause: error })
      }
    },
  ])
  // Same names, same signatures: only what is thrown differs.
  return Object.fromEntries(methods) as Port
}
