import { useQuery } from '@tanstack/react-query'
import { ME, readMe } from './read-me'

/** The shopper's own name, where they have given one; empty until it is known. For pages of somebody who is signed in. */
export function useMyName(): string {
  const { data } = useQuery({ queryKey: ME, queryFn: readMe })
  return data?.nickname ?? ''
}
