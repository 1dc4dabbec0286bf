import { create } from 'zustand'
import { type PrivacyNeed, watchPrivacyNeeds } from '../wechat'

/** Who waits for the shopper's word. Several calls may come before it is given: one answer is for all of them. */
export const usePrivacyNeeds = create<{ needs: PrivacyNeed[] }>(() => ({ needs: [] }))

/** From the start of the app on: whatever needs consent first asks for it here. */
export const watchPrivacy = () =>
  watchPrivacyNeeds((need) => usePrivacyNeeds.setState(({ needs }) => ({ needs: [...needs, need] })))

/** Gives the answer to everybody who waits. Whoever needs it next asks again. */
export function answerPrivacy(give: (need: PrivacyNeed) => void) {
  const { needs } = usePrivacyNeeds.getState()
  usePrivacyNeeds.setState({ needs: [] })
  for (const need of needs) give(need)
}
