export interface PaintedMp4 {
  /** `qt  ` is QuickTime's. */
  brand?: string
  /** Of the picture's track; null: there is sound only. */
  codec?: string | null
  width?: number
  height?: number
  /** Filmed with a turned phone: a note says so, the pixels lie on their side. */
  turned?: boolean
  seconds?: number
}

/** An MP4 as far as its description goes; what it shows is two bytes of nothing. */
export function mp4Bytes({
  brand = 'isom',
  codec = 'avc1',
  width = 720,
  height = 1280,
  turned = false,
  seconds = 6.5,
}: PaintedMp4 = {}): Buffer {
  const track = box(
    'trak',
    box('tkhd', zeros(40), matrix(turned), number32(width * 65_536), number32(height * 65_536)),
    box(
      'mdia',
      box('hdlr', zeros(8), text(codec === null ? 'soun' : 'vide'), zeros(12)),
      box('minf', box('stbl', box('stsd', zeros(4), number32(1), box(codec ?? 'mp4a', zeros(8))))),
    ),
  )
  return Buffer.concat([
    box('ftyp', text(brand), zeros(4)),
    box('moov', box('mvhd', zeros(12), number32(1_000), number32(seconds * 1_000), zeros(80)), track),
    box('mdat', Buffer.from([1, 2])),
  ])
}

const text = (letters: string) => Buffer.from(letters, 'latin1')
const zeros = (bytes: number) => Buffer.alloc(bytes)
function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
function box(type: string, ...contents: Buffer[]): Buffer {
  const body = Buffer.concat(contents)
  return Buffer.concat([number32(body.length + 8), text(type), body])
}
function matrix(turned: boolean): Buffer {
  const one = 0x10000
  const numbers = turned ? [0, one, 0, 0xffff0000, 0, 0, 0, 0, 0x40000000] : [one, 0, 0, 0, one, 0, 0, 0, 0x40000000]
  return Buffer.concat(numbers.map(number32))
}
