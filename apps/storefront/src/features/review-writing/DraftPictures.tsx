import type { Upload } from '@xiaopu/contract'
import { PictureChooser, type PicturesState, usePictures } from '../uploads'

export interface DraftPicturesProps {
  kept: readonly Upload[]
  label: string
  onChange: (pictures: Upload[], state: PicturesState) => void
}

/** The pictures of one draft, nine at most; those it was left with are still there. */
export function DraftPictures({ kept, label, onChange }: DraftPicturesProps) {
  return <PictureChooser pictures={usePictures({ kept, onChange })} label={label} />
}
