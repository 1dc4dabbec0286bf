import { happen, type PageView, shopWith, tap, waitFor } from './harness'

const PAGE = '/goods/product/index?id=kettle'
const PLAY = { name: /^播放铸铁茶壶的视频/ }
const swiper = (page: PageView) => page.host.querySelector('.gallery__swiper') as HTMLElement
const film = (page: PageView) => page.host.querySelector('#product-film')
/** A finger swipes; the swiper comes to rest. */
async function swipeTo(page: PageView, current: number) {
  await happen(swiper(page), 'change', { current, source: 'touch' })
  await happen(swiper(page), 'animationfinish', { current, source: 'touch' })
}

test('the film stands first with its length, counts as one, and nothing of it is loaded before the tap', async () => {
  const { openPage } = await shopWith()
  const page = await openPage(PAGE)
  await page.findByRole('button', { name: '播放铸铁茶壶的视频 0:12' })
  page.getByText('1/3')
  expect(film(page)).toBeNull()
  page.getByRole('button', { name: '铸铁茶壶 第 1 张，共 2 张图片，点按放大' })
})

test('a tap plays it, with sound and the player\u2019s own buttons; its end brings its picture back', async () => {
  const { openPage } = await shopWith()
  const page = await openPage(PAGE)
  await tap(await page.findByRole('button', PLAY))
  await waitFor(() => expect(film(page)).not.toBeNull())
  const read = (name: string) => film(page)!.getAttribute(name)
  expect([read('src'), read('autoplay'), read('muted'), read('loop')]).toEqual([
    expect.stringMatching(/^https:.*\/media\/kettle\.mp4$/),
    'true',
    null,
    null,
  ])
  expect(page.queryByText('1/3')).toBeNull()
  await happen(film(page) as HTMLElement, 'ended', {})
  await page.findByRole('button', PLAY)
  expect(film(page)).toBeNull()
})

test('a swipe away stops it', async () => {
  const { phone, openPage } = await shopWith()
  const page = await openPage(PAGE)
  await tap(await page.findByRole('button', PLAY))
  await waitFor(() => expect(film(page)).not.toBeNull())
  await swipeTo(page, 1)
  await page.findByText('2/3')
  expect(film(page)).toBeNull()
  expect(phone.callsOf('videoContext.stop')).toEqual([{ id: 'product-film' }])
})

test('another page on top stops it, and coming back does not start it', async () => {
  const { phone, openPage, goBack, current } = await shopWith()
  const page = await openPage(PAGE)
  await tap(await page.findByRole('button', PLAY))
  await waitFor(() => expect(film(page)).not.toBeNull())
  await openPage('/goods/product/index?id=mug')
  expect(phone.callsOf('videoContext.stop')).toHaveLength(1)
  goBack()
  await current().findByRole('button', PLAY)
  expect(film(page)).toBeNull()
})

test('one that does not play leaves its picture, says so, leads to the pictures, and can be tried again', async () => {
  const { openPage } = await shopWith()
  const page = await openPage(PAGE)
  await tap(await page.findByRole('button', PLAY))
  await waitFor(() => expect(film(page)).not.toBeNull())
  await happen(film(page) as HTMLElement, 'error', { errMsg: 'MEDIA_ERR_SRC_NOT_SUPPORTED' })
  await page.findByText('视频没能播放，先看看图片，或点按再试')
  expect(film(page)).toBeNull()
  await tap(page.getByRole('button', { name: '图片' }))
  await waitFor(() => expect(swiper(page).getAttribute('current')).toBe('1'))
  await tap(page.getByRole('button', PLAY))
  await waitFor(() => expect(film(page)).not.toBeNull())
})

test('on mobile data it says first what it costs', async () => {
  const { phone, openPage } = await shopWith()
  phone.getNetworkType = () => ({ result: { networkType: '5g' } })
  const page = await openPage(PAGE)
  await page.findByText('0:12 · 播放约用 1.8 MB 流量')
  phone.tell('networkStatusChange', { isConnected: true, networkType: 'wifi' })
  await page.findByText('0:12')
})

test('图片 and 视频 lead from one to the other', async () => {
  const { openPage } = await shopWith()
  const page = await openPage(PAGE)
  await tap(await page.findByRole('button', { name: '图片' }))
  await waitFor(() => expect(swiper(page).getAttribute('current')).toBe('1'))
  await swipeTo(page, 2)
  await page.findByText('3/3')
  await tap(page.getByRole('button', { name: '视频' }))
  await waitFor(() => expect(swiper(page).getAttribute('current')).toBe('0'))
})

test('a product without a film has no switch, and asks nothing of the network', async () => {
  const { phone, openPage } = await shopWith()
  const page = await openPage('/goods/product/index?id=mug')
  await page.findByText('1/2')
  expect(page.queryByRole('button', { name: '视频' })).toBeNull()
  expect(film(page)).toBeNull()
  expect(phone.callsOf('videoContext.stop')).toEqual([])
})
