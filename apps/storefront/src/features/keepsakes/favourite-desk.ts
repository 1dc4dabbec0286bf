import { create } from 'zustand'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { queryClient } from '../../api/query-client'
import { t } from '../../i18n'
import { toast } from '../../wechat'
import { keptKeys } from './kept-keys'

/** The gateway takes so many at once. */
const AT_ONCE = 100

/** What the shopper wants to be a favourite, or not to be one, and the server has not answered yet; drawn over what it said. */
export const useWishes = create<{ wanted: Readonly<Record<string, boolean>> }>(() => ({ wanted: {} }))

const wanted = () => useWishes.getState().wanted

let sending: Promise<unknown> = Promise.resolve()

/**
 * Marks products as favourites, or unmarks them. It shows at once and is taken back, in words, when the server cannot be told.
 * One after another: the last tap is what counts. The first call signs in silently.
 * @returns whether the server knows
 */
export function wish(productIds: readonly string[], marked: boolean): Promise<boolean> {
  useWishes.setState({ wanted: { ...wanted(), ...Object.fromEntries(productIds.map((id) => [id, marked])) } })
  const sent = sending.then(() => send(productIds, marked))
  sending = sent
  return sent
}

async function send(productIds: readonly string[], marked: boolean): Promise<boolean> {
  // What was tapped again meanwhile is the business of the later tap.
  const due = productIds.filter((id) => wanted()[id] === marked)
  try {
    for (let from = 0; from < due.length; from += AT_ONCE) {
      const some = due.slice(from, from + AT_ONCE)
      await (marked ? api.favourites.add(some) : api.favourites.remove(some))
    }
    await keepMarks(due, marked)
    return true
  } catch (error) {
    toast(errorSentence(error, t))
    // A lost answer may have been a yes: the server says which.
    void queryClient.invalidateQueries({ queryKey: keptKeys.favouriteIds })
    return false
  } finally {
    const left = Object.entries(wanted()).filter(([id, wish]) => !(due.includes(id) && wish === marked))
    useWishes.setState({ wanted: Object.fromEntries(left) })
    void queryClient.invalidateQueries({ queryKey: keptKeys.favourites })
  }
}

/** A read that was under way is dropped: it may have left before the change. */
async function keepMarks(productIds: readonly string[], marked: boolean) {
  await queryClient.cancelQueries({ queryKey: keptKeys.favouriteIds })
  const known = queryClient.getQueryData<string[]>(keptKeys.favouriteIds)
  const others = known?.filter((id) => !productIds.includes(id)) ?? []
  queryClient.setQueryData(keptKeys.favouriteIds, marked ? [...productIds, ...others] : others)
  // Who has just signed in may have favourites from another phone.
  if (!known) void queryClient.invalidateQueries({ queryKey: keptKeys.favouriteIds })
}
