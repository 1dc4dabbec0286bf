import { isApiError } from '@xiaopu/api-client'
import type { Upload } from '@xiaopu/contract'

/** A picture on its way from the phone to the shop. */
export interface ChosenPicture {
  key: string
  /** What is shown of it: its place on the phone, or its address once only the shop has it. */
  src: string
  /** `refused`: it will never do; sending it again is no use. */
  state: 'sending' | 'sent' | 'failed' | 'refused'
  /** Sent so far, 0 to 100. */
  progress: number
  upload: Upload | null
}

export type PictureChange =
  | { kind: 'add'; pictures: { key: string; src: string }[] }
  | { kind: 'progress'; key: string; percent: number }
  | { kind: 'sent'; key: string; upload: Upload }
  | { kind: 'failed'; key: string; error: unknown }
  | { kind: 'again'; key: string }
  | { kind: 'remove'; key: string }

/** Each step of the bar is drawn anew over the bridge; a finger sees no more than these. */
const STEP = 10

export const keptPictures = (uploads: readonly Upload[]): ChosenPicture[] =>
  uploads.map((upload) => ({ key: upload.id, src: upload.picture.thumb, state: 'sent', progress: 100, upload }))

export function changePictures(pictures: readonly ChosenPicture[], change: PictureChange): readonly ChosenPicture[] {
  if (change.kind === 'add')
    return [
      ...pictures,
      ...change.pictures.map((each) => ({ ...each, state: 'sending' as const, progress: 0, upload: null })),
    ]
  if (change.kind === 'remove') return pictures.filter(({ key }) => key !== change.key)
  const before = pictures.find(({ key }) => key === change.key)
  if (!before) return pictures
  const after = step(before, change)
  return after === before ? pictures : pictures.map((each) => (each === before ? after : each))
}

function step(picture: ChosenPicture, change: Exclude<PictureChange, { kind: 'add' | 'remove' }>): ChosenPicture {
  switch (change.kind) {
    case 'progress': {
      const progress = Math.floor(Math.min(100, change.percent) / STEP) * STEP
      return progress > picture.progress ? { ...picture, progress } : picture
    }
    case 'sent':
      return { ...picture, state: 'sent', progress: 100, upload: change.upload }
    case 'failed':
      return { ...picture, state: willNeverDo(change.error) ? 'refused' : 'failed', progress: 0 }
    case 'again':
      return { ...picture, state: 'sending', progress: 0 }
  }
}

const willNeverDo = (error: unknown) =>
  isApiError(error) && (error.code === 'upload_not_a_picture' || error.code === 'payload_too_large')
