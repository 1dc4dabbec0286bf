import type { WxObject } from '../host/host'

/** A failure with WeChat's words: `xxx:fail <message>`, and the numbers that go with it. */
export class WxFailure extends Error {
  constructor(
    message: string,
    readonly numbers: { errno?: number; errCode?: number } = {},
  ) {
    super(message)
  }
}

export interface Callbacks {
  success?(answer: unknown): void
  fail?(answer: unknown): void
  complete?(answer: unknown): void
}

// biome-ignore lint/suspicious/noExplicitAny: options come from the Mini Program; each function reads what it knows of them.
type Options = any
type Run = (options: Options) => unknown

/** Where the families of `wx.*` put their functions. */
export class Api {
  readonly wx: WxObject = {}

  /**
   * An API in WeChat's convention: with `success`, `fail` or `complete` it calls them, otherwise it gives a promise. `run` answers
   * what stands beside `errMsg`, or throws; its message follows `:fail `.
   */
  async(name: string, run: Run): void {
    this.wx[name] = (options: Options = {}) => settle(name, options ?? {}, () => run(options ?? {}))
  }

  sync(name: string, value: unknown): void {
    this.wx[name] = value
  }
}

/** Runs `work` and settles it in WeChat's convention. */
export function settle(name: string, callbacks: Callbacks, work: () => unknown): Promise<unknown> | undefined {
  const run = new Promise((resolve) => resolve(work())).then(
    (answer) => ({ errMsg: `${name}:ok`, ...(answer as object | undefined) }),
    (error: unknown) => {
      throw failure(name, error)
    },
  )
  if (!callbacks.success && !callbacks.fail && !callbacks.complete) return run
  // Callbacks run outside the promise: what they throw is an uncaught error of the Mini Program, not a failed call.
  const later = (...listeners: (() => void)[]) => {
    for (const listener of listeners) setTimeout(listener)
  }
  run.then(
    (answer) =>
      later(
        () => callbacks.success?.(answer),
        () => callbacks.complete?.(answer),
      ),
    (answer) =>
      later(
        () => callbacks.fail?.(answer),
        () => callbacks.complete?.(answer),
      ),
  )
  return undefined
}

function failure(name: string, error: unknown): object {
  if (error instanceof WxFailure) return { errMsg: `${name}:fail ${error.message}`, ...error.numbers }
  return { errMsg: `${name}:fail ${(error as Error)?.message ?? String(error)}`.trim() }
}
