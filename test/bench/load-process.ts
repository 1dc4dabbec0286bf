import { type LoadOrder, load } from './load'

/** The callers, in a process of their own: they must not take the time of the gateway they measure. */
process.once('message', async (order: LoadOrder) => {
  process.send?.(await load(order), () => process.disconnect())
})
