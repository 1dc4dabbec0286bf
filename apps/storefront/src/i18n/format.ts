import type { Plural } from './define-messages'

export type Parameters = Record<string, string | number>

/** Fills `{name}` in a sentence; of an English plural, `count` 1 takes `one`. An unknown name stays as it is, to be seen and mended. */
export function format(sentence: string | Plural, parameters: Parameters = {}): string {
  const form = typeof sentence === 'string' ? sentence : parameters.count === 1 ? sentence.one : sentence.other
  return form.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(parameters[name] ?? placeholder))
}
