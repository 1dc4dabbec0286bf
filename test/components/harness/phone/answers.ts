/** How a `wx.*` call ends: with a result, or with the words of its `errMsg` after `fail `. */
export type Outcome = { result: Record<string, unknown> } | { fail: string; errno?: number }

/** What the phone, or the person holding it, answers to a `wx.*` call. It may take its time. */
export type Answer = (options: Record<string, unknown>) => Outcome | Promise<Outcome>

/** It worked, and this came of it: `phone.chooseAddress = ok({ userName: '王小明', … })`. */
export const ok =
  (result: Record<string, unknown> = {}): Answer =>
  () => ({ result })

/** The shopper closed it. */
export const cancelled = (): Answer => () => ({ fail: 'cancel' })

/** The shopper, or the phone, does not allow it. */
export const denied = (): Answer => () => ({ fail: 'auth deny' })

/** It broke; `words` stand after `fail ` in WeChat's message. */
export const failed =
  (words = 'internal error'): Answer =>
  () => ({ fail: words })

/** Answers in turn; the last one from then on. */
export const inTurn = (...answers: [Answer, ...Answer[]]): Answer => {
  let next = 0
  return (options) => {
    const answer = answers[Math.min(next++, answers.length - 1)] as Answer
    return answer(options)
  }
}

/** Of `wx.showActionSheet`: the shopper takes the item with these words; it is cancelled where there is none. */
export const choosing =
  (item: string): Answer =>
  ({ itemList }) => {
    const tapIndex = (itemList as string[]).indexOf(item)
    return tapIndex < 0 ? { fail: 'cancel' } : { result: { tapIndex } }
  }
