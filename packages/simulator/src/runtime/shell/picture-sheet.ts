import { h } from './dom'

/** A picture as `wx.chooseMedia` tells of it. */
export interface PickedPicture {
  /** Good while this window is open. */
  url: string
  size: number
  width: number
  height: number
}

/** Four colour fields in place of one's photographs: sky, leaves, clay, dusk. */
const SAMPLES = [
  ['#a9c6d9', '#f2ede4'],
  ['#5d8a72', '#c9d8b6'],
  ['#c96f4a', '#efd9c5'],
  ['#4b4a6b', '#d8a29b'],
] as const
const [WIDTH, HEIGHT] = [900, 1_200]

/** `wx.chooseMedia`: drawn samples, or files of one's own, as many as are asked for. */
export function pictureSheet(count: number, done: (pictures: PickedPicture[] | null) => void): HTMLElement {
  const chosen = new Set<number>()
  const finish = h('button', { class: 'primary', disabled: true, onclick: () => void give() }, '完成')
  const samples = SAMPLES.map((_colours, at) => {
    const tile = h('button', { 'aria-label': `照片 ${at + 1}`, 'aria-pressed': 'false', onclick: () => toggle(at) })
    tile.append(draw(at))
    return tile
  })
  const files = h('input', {
    type: 'file',
    accept: 'image/*',
    multiple: count > 1,
    'aria-label': '从电脑选择',
    hidden: true,
  })
  files.onchange = () => void Promise.all([...(files.files ?? [])].slice(0, count).map(measured)).then(done)

  function toggle(at: number) {
    if (!chosen.delete(at) && chosen.size < count) chosen.add(at)
    samples.forEach((tile, place) => {
      tile.setAttribute('aria-pressed', String(chosen.has(place)))
    })
    finish.disabled = chosen.size === 0
    finish.textContent = chosen.size === 0 ? '完成' : `完成 (${chosen.size}/${count})`
  }
  async function give() {
    done(await Promise.all([...chosen].map(async (at) => measured(await photographOf(draw(at))))))
  }

  return h(
    'section',
    { class: 'sheet album', role: 'dialog', 'aria-modal': 'true', 'aria-label': '选择图片' },
    h('p', { class: 'alert' }, '选择图片'),
    h('div', { class: 'grid' }, ...samples),
    files,
    h('div', { class: 'acts' }, h('button', { onclick: () => files.click() }, '从电脑选择'), finish),
    h('button', { class: 'cancel', onclick: () => done(null) }, '取消'),
  )
}

function draw(at: number): HTMLCanvasElement {
  const [ground, light] = SAMPLES[at]!
  const canvas = h('canvas', { width: WIDTH, height: HEIGHT })
  const pen = canvas.getContext('2d')!
  const fade = pen.createLinearGradient(0, 0, 0, HEIGHT)
  fade.addColorStop(0, light)
  fade.addColorStop(1, ground)
  pen.fillStyle = fade
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  pen.fillStyle = light
  pen.beginPath()
  pen.arc(WIDTH * (0.3 + at * 0.13), HEIGHT * 0.62, 170, 0, 2 * Math.PI)
  pen.fill()
  return canvas
}

function photographOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), 'image/jpeg', 0.9))
}

/** What cannot be opened is handed over all the same, as a phone would: to refuse it is the shop's part. */
async function measured(file: Blob): Promise<PickedPicture> {
  const { width, height } = await createImageBitmap(file).catch(() => ({ width: 0, height: 0 }))
  return { url: URL.createObjectURL(file), size: file.size, width, height }
}
