import type { Answer } from './answers'

export interface CallOptions {
  success?: (result: unknown) => void
  fail?: (error: unknown) => void
  complete?: (result: unknown) => void
}

/** An asynchronous call of WeChat: settles after the caller's turn, by callbacks when it was given any, else by a promise. */
export function settle(
  api: string,
  options: CallOptions & Record<string, unknown>,
  answer: Answer,
  bring: <T>(value: T) => T,
): Promise<unknown> | undefined {
  const { success, fail, complete, ...plain } = options
  const settled = Promise.resolve()
    .then(() => answer(plain))
    .then((outcome) =>
      'result' in outcome
        ? { worked: true, said: bring({ errMsg: `${api}:ok`, ...outcome.result }) }
        : { worked: false, said: bring({ errMsg: `${api}:fail ${outcome.fail}`, errno: outcome.errno }) },
    )
  if (!success && !fail && !complete)
    return settled.then(({ worked, said }) => (worked ? said : Promise.reject(said as never)))
  void settled.then(({ worked, said }) => {
    if (worked) success?.(said)
    else fail?.(said)
    complete?.(said)
  })
  return undefined
}
