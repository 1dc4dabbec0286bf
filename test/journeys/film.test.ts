import { eventually, onEachBackend, type Shopper } from './harness'

const CHAIR = 'goods/product/index?id=modern-cafe-chair'
const PLAY = /^播放街角咖啡椅的视频/

/** Seconds the film on the page has played; null where none is there. */
const played = ({ root }: Shopper) =>
  root
    .locator('wx-video')
    .evaluateAll(([film]) => film?.shadowRoot?.querySelector('video')?.currentTime ?? null) as Promise<number | null>

/** Whether this browser has what every phone has; some builds of Chromium have no H.264. */
const playsH264 = ({ page }: Shopper) =>
  page.evaluate(() => document.createElement('video').canPlayType('video/mp4; codecs="avc1.42E01E"') !== '')

onEachBackend({}, (journey) => {
  journey(
    'a film plays on a tap, stops when one looks at the pictures, and its failure costs nothing',
    async ({ enter }) => {
      const lin = await enter({ at: CHAIR })
      await lin.sees('街角咖啡椅', '1/2')
      expect(await played(lin)).toBeNull()
      if (await playsH264(lin)) {
        await lin.taps(PLAY)
        await eventually('the film to play', async () => ((await played(lin)) ?? 0) > 0.2)
        // Below the bar that lies over the gallery's top.
        const swiper = (await lin.root.locator('.gallery__swiper').boundingBox())!
        const { mouse } = lin.page
        await mouse.move(swiper.x + 320, swiper.y + 200)
        await mouse.down()
        await mouse.move(swiper.x + 60, swiper.y + 202, { steps: 6 })
        await mouse.up()
        await lin.sees('2/2')
        expect(await played(lin)).toBeNull()
        await lin.taps('视频')
        await lin.sees('1/2')
      }
      await lin.network('none')
      await lin.taps(PLAY)
      await lin.sees('视频没能播放，先看看图片，或点按再试')
      await lin.taps('图片')
      await lin.sees('2/2')
      await lin.network('wifi')
    },
  )

  journey('in Moments it is shown to nobody in particular, and in the shop it can be bought', async ({ enter }) => {
    const lin = await enter({ at: CHAIR, scene: 1154 })
    await lin.sees('街角咖啡椅', '想选购或看更多，点屏幕下方的“前往小程序”', /家门店有货/)
    await lin.offers(PLAY)
    await lin.seesNo('立即购买', '客服')
    const asked = (await lin.requests()).map(({ url }) => new URL(url).pathname)
    expect(asked.filter((path) => !/^\/v1\/(products\/|stores\/stock)/.test(path))).toEqual([])
    const chen = await enter({ at: CHAIR, person: 'chen-yu' })
    await chen.offers('立即购买')
    await chen.taps(/^门店 \d 家门店有货$/)
    await chen.arrivesAt('stores/list')
  })
})
