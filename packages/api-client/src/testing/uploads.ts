import type { Picture, Upload } from '@xiaopu/contract'
import { pictureOf } from './pictures'
import { Refusal } from './refusal'
import type { View } from './words'

interface Kept extends Upload {
  shopper: string
  claimed: boolean
}

/** How JPEG, PNG and WebP begin. */
const BEGINNINGS = ['\xff\xd8\xff', '\x89PNG', 'RIFF']

/** Pictures shoppers have sent. The fake looks at their first bytes only. */
export function createUploads() {
  const kept: Kept[] = []
  return {
    receive(shopper: string, file: Uint8Array, view: View): Upload {
      const begins = String.fromCharCode(...file.slice(0, 4))
      if (!BEGINNINGS.some((beginning) => begins.startsWith(beginning))) throw new Refusal('upload_not_a_picture')
      const id = `upload-${kept.length + 1}`
      const picture = pictureOf({ name: id, tone: '#cccccc', alt: { 'zh-CN': '', en: '' } }, view)
      kept.push({ id, picture, shopper, claimed: false })
      return { id, picture }
    },
    /** All of them or none. @throws {Refusal} one is not theirs, or in something already */
    claim(shopper: string, ids: string[], path = 'pictures'): Picture[] {
      const found = ids.map((id) => kept.find((each) => each.id === id && each.shopper === shopper && !each.claimed))
      const mine = found.filter((each) => each !== undefined)
      if (mine.length < ids.length)
        throw new Refusal('validation_failed', { fields: [{ path, message: 'no such picture' }] })
      for (const each of mine) each.claimed = true
      return mine.map(({ picture }) => picture)
    },
  }
}

export type Uploads = ReturnType<typeof createUploads>
