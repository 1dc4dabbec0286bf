import { TestPhone } from './testing/phone'

let phone: TestPhone
beforeAll(async () => {
  phone = await TestPhone.start()
})
afterAll(() => phone?.close())

/** Whether this browser can play what every phone plays: builds without H.264 exist. */
const playsH264 = () =>
  phone.page.evaluate(`document.createElement('video').canPlayType('video/mp4; codecs="avc1.42E01E"') !== ''`)

describe('a video', () => {
  beforeEach(() => phone.open('?frame=none#/pages/parts/index'))

  it('rests until it is told to play, then plays to its end, and tells the page', async () => {
    await phone.sees('影片 静止')
    if (!(await playsH264())) return expect(await phone.style('wx-video', 'display')).toBe('inline-block')
    await phone.tap('播放')
    await phone.sees('影片 播放中')
    await phone.sees('影片 放完')
  })

  it('is paused by the page, and stops when the page is hidden', async () => {
    if (!(await playsH264())) return expect(await phone.style('wx-video', 'display')).toBe('inline-block')
    await phone.tap('播放')
    await phone.sees('影片 播放中')
    await phone.tap('暂停')
    await phone.sees('影片 停下')
    await phone.tap('播放')
    await phone.sees('影片 播放中')
    await phone.hooks((xiaopu) => xiaopu.wx.navigateTo({ url: '/trade/order/index?id=1' }))
    await phone.hooks((xiaopu) => xiaopu.wx.navigateBack())
    await phone.sees('影片 停下')
  })

  it('that is not there fails with a reason', async () => {
    await phone.tap('换片')
    await phone.tap('播放')
    await phone.sees('影片 失败 MEDIA_ERR_SRC_NOT_SUPPORTED')
  })

  it('fails without a network', async () => {
    await phone.hooks((xiaopu) => xiaopu.device.set('network', 'none'))
    await phone.tap('播放')
    await phone.sees('影片 失败 MEDIA_ERR_NETWORK')
  })
})

describe('opened in Moments', () => {
  it('is a page of scene 1154: nobody is logged in, no page is turned, and what it keeps is its own', async () => {
    await phone.open('?frame=none&scene=1154#/pages/parts/index')
    await phone.sees('影片 静止')
    const seen = await phone.hooks(async ({ wx, currentPage }) => {
      wx.setStorageSync('kept', 'in Moments')
      const refused = (name: string, options = {}) =>
        wx[name](options).catch((reason: { errMsg: string }) => reason.errMsg)
      return {
        scene: wx.getLaunchOptionsSync().scene,
        login: await refused('login'),
        turned: await refused('navigateTo', { url: '/trade/order/index' }),
        at: currentPage().route,
      }
    })
    expect(seen).toEqual({
      scene: 1154,
      login: 'login:fail not available in single-page mode',
      turned: 'navigateTo:fail not available in single-page mode',
      at: 'pages/parts/index',
    })
    await phone.page.goto(`${phone.simulator.url}?frame=none&privacy=agreed#/pages/parts/index`)
    await phone.page.waitForFunction('window.xiaopu !== undefined')
    expect(await phone.hooks(({ wx }) => [wx.getLaunchOptionsSync().scene, wx.getStorageSync('kept')])).toEqual([
      1001,
      '',
    ])
  })
})
