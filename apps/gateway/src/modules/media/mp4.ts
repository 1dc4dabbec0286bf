/** What an MP4 says of itself; `seconds` is null where it does not say (a fragmented one). */
export interface Film {
  seconds: number | null
  /** Pixels, upright. */
  width: number
  height: number
}

/** Not a film that every phone plays; the message says why, and what to do. */
export class NotPlayable extends Error {
  override readonly name = 'NotPlayable'
}

/** Codecs by the name of their sample entry (ISO/IEC 14496-12 and -15), for people who export films. */
const OTHER_CODECS: Record<string, string> = {
  hvc1: 'H.265',
  hev1: 'H.265',
  av01: 'AV1',
  vp09: 'VP9',
  vp08: 'VP8',
  mp4v: 'MPEG-4 Part 2',
  apcn: 'ProRes',
}
const NO_MP4 = 'it is no MP4. Export it as MP4 with H.264.'

/**
 * Reads the measures of an MP4 from its bytes, whatever its name says. Only H.264 is accepted: iOS and Android play
 * it in a Mini Program's `video`, others only here and there.
 *
 * @throws NotPlayable
 */
export function readMp4(file: Buffer): Film {
  const [first, ...others] = boxesOf(file)
  if (first?.type !== 'ftyp') throw new NotPlayable(NO_MP4)
  if (first.body.toString('latin1', 0, 4) === 'qt  ')
    throw new NotPlayable('it is a QuickTime film (MOV), which Android does not play. Export it as MP4 with H.264.')
  const moov = others.find(({ type }) => type === 'moov')
  if (!moov || !others.some(({ type }) => type === 'mdat') || !others.every(({ whole }) => whole))
    throw new NotPlayable('it is not complete. Export or copy it again.')
  const track = boxesOf(moov.body)
    .filter(({ type }) => type === 'trak')
    .find(({ body }) => inside(body, 'mdia', 'hdlr')?.toString('latin1', 8, 12) === 'vide')
  if (!track) throw new NotPlayable('it has sound, but no picture.')
  const codec = inside(track.body, 'mdia', 'minf', 'stbl', 'stsd')?.toString('latin1', 12, 16) ?? ''
  if (codec !== 'avc1' && codec !== 'avc3')
    throw new NotPlayable(
      `it is ${OTHER_CODECS[codec] ?? `"${codec.trim()}"`}, which not all phones play. Export it with H.264.`,
    )
  return { ...measuresOf(inside(track.body, 'tkhd')), seconds: lengthOf(inside(moov.body, 'mvhd')) }
}

interface Box {
  type: string
  body: Buffer
  /** False: the bytes end before it does. */
  whole: boolean
}

/** The boxes side by side in `bytes`; what is cut short ends where the bytes end, and garbage ends the list. */
function boxesOf(bytes: Buffer): Box[] {
  const boxes: Box[] = []
  for (let at = 0; at + 8 <= bytes.length; ) {
    let size = bytes.readUInt32BE(at)
    let head = 8
    if (size === 0) size = bytes.length - at
    else if (size === 1 && at + 16 <= bytes.length) {
      size = Number(bytes.readBigUInt64BE(at + 8))
      head = 16
    }
    if (size < head) break
    boxes.push({
      type: bytes.toString('latin1', at + 4, at + 8),
      body: bytes.subarray(at + head, at + size),
      whole: at + size <= bytes.length,
    })
    at += size
  }
  return boxes
}

function inside(bytes: Buffer, ...path: string[]): Buffer | null {
  return path.reduce<Buffer | null>(
    (within, step) => (within && boxesOf(within).find(({ type }) => type === step)?.body) ?? null,
    bytes,
  )
}

/** Width and height are 16.16 numbers at the end of the box, before a turn that its matrix describes. */
function measuresOf(tkhd: Buffer | null): Pick<Film, 'width' | 'height'> {
  if (!tkhd || tkhd.length < 84) throw new NotPlayable('it does not say how large it is. Export it again.')
  const end = tkhd.length
  const width = Math.round(tkhd.readUInt32BE(end - 8) / 65_536)
  const height = Math.round(tkhd.readUInt32BE(end - 4) / 65_536)
  if (width < 1 || height < 1) throw new NotPlayable('it does not say how large it is. Export it again.')
  // The matrix [a b u c d v x y w] stands before them. A quarter turn, as phones note it: a and d are 0.
  const matrix = end - 44
  const turned = tkhd.readInt32BE(matrix) === 0 && tkhd.readInt32BE(matrix + 16) === 0
  return turned ? { width: height, height: width } : { width, height }
}

/** In units of the box's own time scale; 64-bit in its second version. */
function lengthOf(mvhd: Buffer | null): number | null {
  const wide = mvhd?.[0] === 1
  if (!mvhd || mvhd.length < (wide ? 32 : 20)) return null
  const scale = mvhd.readUInt32BE(wide ? 20 : 12)
  const duration = wide ? Number(mvhd.readBigUInt64BE(24)) : mvhd.readUInt32BE(16)
  return scale > 0 && duration > 0 ? Math.round((duration / scale) * 100) / 100 : null
}
