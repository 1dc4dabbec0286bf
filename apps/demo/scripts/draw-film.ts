/**
 * Draws the film of the demo's café chair, and the picture that stands for it: six chairs, stacked. Ours, so that the
 * repository carries nobody's footage. Run it after a change (`node --import tsx scripts/draw-film.ts`, needs ffmpeg with
 * libx264 on the path) and commit what it writes into `seed/media`.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import sharp from 'sharp'

const FOLDER = join(import.meta.dirname, '../seed/media')
const SIDE = 720
const FRAMES_PER_SECOND = 24
const SECONDS = 6
const CHAIRS = 6
/** The three the chair is sold in: ground, edge. */
const COLOURS = [
  ['#c99a2e', '#a67d1f'],
  ['#a9cdb8', '#86ae98'],
  ['#f7f4ee', '#d3ccbf'],
] as const

const easeOut = (part: number) => 1 - (1 - Math.min(Math.max(part, 0), 1)) ** 3
const between = (from: number, to: number, part: number) => from + (to - from) * part

/** One chair from its side, its feet on y = 0. */
function chair(x: number, y: number, index: number): string {
  const [ground, edge] = COLOURS[index % COLOURS.length]!
  return `<g transform="translate(${x} ${y})" fill="none" stroke-linecap="round" stroke-linejoin="round">
    <path d="M-44-104 L-70 0 M52-108 L72 0" stroke="#8a8278" stroke-width="7"/>
    <path d="M-92-236 C-84-180-78-130-58-108 C-44-96 20-108 66-112" stroke="${edge}" stroke-width="20"/>
    <path d="M-92-238 C-84-182-78-132-58-110 C-44-98 20-110 66-114" stroke="${ground}" stroke-width="14"/>
  </g>`
}

/** The film at so many seconds. */
function scene(seconds: number): string {
  const arrival = (index: number) => (index === 0 ? 0 : easeOut((seconds - 0.2 - index * 0.7) / 0.6))
  const here = Array.from({ length: CHAIRS }, (_, index) => (index === 0 ? 1 : arrival(index)))
  const height = here.reduce((sum, part) => sum + part, 0) - 1
  // The eye steps back as the stack grows.
  const zoom = between(1.62, 1.28, easeOut(height / (CHAIRS - 1)))
  const chairs = here.map((part, index) => {
    if (part === 0) return ''
    const lift = (1 - part) * 420
    return chair(index * 5, -index * 30 - lift, index)
  })
  const dots = here.map((part, index) => {
    const x = (index - (CHAIRS - 1) / 2) * 26
    return `<circle cx="${x}" cy="0" r="5" fill="#1f1d1a" fill-opacity="${between(0.16, 0.9, part)}"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}">
    <rect width="${SIDE}" height="${SIDE}" fill="#f2efe9"/>
    <rect y="560" width="${SIDE}" height="160" fill="#e7e2d9"/>
    <ellipse cx="362" cy="574" rx="${118 * zoom}" ry="13" fill="#1f1d1a" fill-opacity="0.1"/>
    <g transform="translate(360 570) scale(${zoom})">${chairs.join('')}</g>
    <g transform="translate(360 612)">${dots.join('')}</g>
  </svg>`
}

const pixels = (seconds: number) =>
  sharp(Buffer.from(scene(seconds)))
    .flatten()
    .removeAlpha()
    .raw()
    .toBuffer()

// Baseline, 4:2:0 and the index in front: what every phone plays, from the first bytes on.
const ffmpeg = spawn(
  'ffmpeg',
  [
    ...['-y', '-loglevel', 'error', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${SIDE}x${SIDE}`],
    ...['-r', `${FRAMES_PER_SECOND}`, '-i', '-', '-c:v', 'libx264', '-profile:v', 'baseline', '-level', '3.1'],
    ...['-pix_fmt', 'yuv420p', '-crf', '23', '-preset', 'veryslow', '-g', '48', '-movflags', '+faststart'],
    join(FOLDER, 'cafe-chair.mp4'),
  ],
  { stdio: ['pipe', 'inherit', 'inherit'] },
)
for (let frame = 0; frame < SECONDS * FRAMES_PER_SECOND; frame++) {
  if (!ffmpeg.stdin.write(await pixels(frame / FRAMES_PER_SECOND))) await once(ffmpeg.stdin, 'drain')
}
ffmpeg.stdin.end()
const [code] = await once(ffmpeg, 'close')
if (code !== 0) throw new Error(`ffmpeg ended with ${code}`)
await sharp(Buffer.from(scene(SECONDS)))
  .flatten()
  .jpeg({ quality: 86, mozjpeg: true })
  .toFile(join(FOLDER, 'cafe-chair.jpg'))
