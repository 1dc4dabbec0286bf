import { useEffect, useState } from 'react'

/** Keeps something mounted for `leaveMs` after it closed, so that its way out can be seen. */
export function usePresence(open: boolean, leaveMs: number): 'absent' | 'open' | 'leaving' {
  const [mounted, setMounted] = useState(open)
  useEffect(() => {
    if (open) {
      setMounted(true)
      return
    }
    const gone = setTimeout(() => setMounted(false), leaveMs)
    return () => clearTimeout(gone)
  }, [open, leaveMs])
  if (open) return 'open'
  return mounted ? 'leaving' : 'absent'
}
