import { create } from 'zustand'
import type { FapiaoForm } from './fapiao-form'

/** A title of WeChat's which one page hands to the next to be put right; taken once. */
const useImportedTitle = create<{ imported: FapiaoForm | null }>(() => ({ imported: null }))

export const handOver = (imported: FapiaoForm) => useImportedTitle.setState({ imported })

export function takeImported(): FapiaoForm | null {
  const { imported } = useImportedTitle.getState()
  useImportedTitle.setState({ imported: null })
  return imported
}
