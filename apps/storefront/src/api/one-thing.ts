import type { UseQueryResult } from '@tanstack/react-query'
import { isApiError } from '@xiaopu/api-client'

/** There is nothing by this id, or it is no id at all: what a stale or mangled link ends in. Somebody else's is the same to us. */
export const isGone = (error: unknown) =>
  isApiError(error) && (error.code === 'not_found' || error.code === 'validation_failed')

/**
 * How the one thing stands that a page is about. An answer kept from before is shown on while it is asked for again; once it is
 * `gone` it is not.
 * @param named whether the link names one at all
 */
export function oneThing<Thing>(named: boolean, query: Pick<UseQueryResult<Thing>, 'data' | 'error' | 'refetch'>) {
  const { data, error, refetch } = query
  const gone = !named || isGone(error)
  return { thing: gone ? undefined : data, gone, error: data || gone ? null : error, refresh: refetch }
}
