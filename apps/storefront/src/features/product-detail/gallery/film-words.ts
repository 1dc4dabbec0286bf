import type { Video } from '@xiaopu/contract'
import type { Translate } from '../../../i18n'

/** How long it is, as a player says it: 0:06. Empty where nobody knows. */
export function lengthWords(seconds: number | null): string {
  if (seconds === null) return ''
  const whole = Math.max(Math.round(seconds), 1)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** What playing it costs of mobile data. */
export function dataWords(bytes: number | null, t: Translate): string {
  if (bytes === null) return t('film.mobileData')
  return t('film.mobileDataOf', { megabytes: Math.max(bytes / 1_000_000, 0.1).toFixed(1) })
}

/** Below the button: its length, and what it costs where that matters. */
export function stillWords(
  { seconds, bytes }: Pick<Video, 'seconds' | 'bytes'>,
  mobile: boolean,
  t: Translate,
): string {
  return [lengthWords(seconds), mobile ? dataWords(bytes, t) : ''].filter(Boolean).join(' · ')
}
