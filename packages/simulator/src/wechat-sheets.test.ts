import { TestPhone } from './testing/phone'

let phone: TestPhone
beforeAll(async () => {
  phone = await TestPhone.start()
})
afterAll(() => phone?.close())

describe('paying', () => {
  beforeEach(async () => {
    phone.shop.prepayId = 'wx1'
    phone.wechat.paid.length = 0
    await phone.open('?frame=none#/trade/order/index?id=lamp')
    await phone.tap('支付')
  })

  it('by password succeeds after 完成', async () => {
    const sheet = phone.sheet('微信支付')
    await sheet.getByText('¥128.88').waitFor()
    await sheet.getByText('样例商户').waitFor()
    await phone.type('123456')
    await sheet.getByText('支付成功').waitFor()
    await sheet.getByRole('button', { name: '完成' }).tap()
    await phone.sees('requestPayment:ok')
    expect(phone.wechat.paid.map(({ step }) => step)).toEqual(['preview', 'pay'])
  })

  it('can be cancelled with ×', async () => {
    await phone.sheet('微信支付').getByRole('button', { name: '关闭' }).tap()
    await phone.sees('requestPayment:fail cancel')
    expect(phone.wechat.paid.map(({ step }) => step)).toEqual(['preview', 'cancel'])
  })

  it('with a wrong password lets one try again', async () => {
    await phone.type('000000')
    await phone.sheet('微信支付').getByText('支付密码错误，还可以输入 4 次').waitFor()
    await phone.type('123456')
    await phone.sheet('微信支付').getByRole('button', { name: '完成' }).tap()
    await phone.sees('requestPayment:ok')
  })

  it('with a bad signature never opens the sheet', async () => {
    await phone.sheet('微信支付').getByRole('button', { name: '关闭' }).tap()
    phone.shop.prepayId = 'bad'
    await phone.tap('支付')
    await phone.sheet('支付失败').getByRole('button', { name: '确定' }).tap()
    await phone.sees('requestPayment:fail 支付验证签名失败')
  })
})

describe('confirming receipt', () => {
  const opens = async (id: string) => {
    await phone.open(`?frame=none#/trade/order/index?id=${id}`)
    await phone.tap('确认收货')
    return phone.sheet('微信确认收货')
  }

  it('is WeChat’s own Mini Program, whose word comes with the next onShow', async () => {
    const sheet = await opens('lamp')
    await sheet.getByText('台灯 等 2 件 · ¥128.88 · 2 个包裹').waitFor()
    await sheet.getByRole('button', { name: '确认收货' }).tap()
    await phone.sees('wx1183b055aeec94d1 success')
  })

  it('can be left', async () => {
    await (await opens('lamp')).getByRole('button', { name: '暂不确认' }).tap()
    await phone.sees('wx1183b055aeec94d1 cancel')
  })

  it('is not to be had of what was not sent, and does not open for what was not bought', async () => {
    await (await opens('chair')).getByRole('button', { name: '关闭' }).tap()
    await phone.sees('wx1183b055aeec94d1 fail')
    await opens('vase')
    await phone.sees('openBusinessView:fail no such order')
  })
})

describe('the person', () => {
  it('is asked for consent before their data is touched, once they have agreed never again', async () => {
    await phone.open('?frame=none#/trade/order/index?id=lamp', undefined, { asks: true })
    const ask = phone.sheet('用户隐私保护提示')
    await phone.tap('选择地址')
    await ask.getByRole('button', { name: '拒绝' }).tap()
    await phone.sees('chooseAddress:fail privacy permission is not authorized')
    await phone.tap('选择地址')
    await ask.getByRole('button', { name: '同意' }).tap()
    await phone.sheet('选择收货地址').getByRole('button', { name: '取消' }).tap()
    await phone.tap('选择地址')
    await phone.sheet('选择收货地址').waitFor()
  })

  it('picks an address, or does not', async () => {
    await phone.open('?frame=none#/trade/order/index?id=lamp')
    await phone.tap('选择地址')
    await phone
      .sheet('选择收货地址')
      .getByRole('button', { name: /林小满/ })
      .tap()
    await phone.sees('林小满 上海市 云杉路 1 号')
    await phone.tap('选择地址')
    await phone.sheet('选择收货地址').getByRole('button', { name: '取消' }).tap()
    await phone.sees('chooseAddress:fail cancel')
  })

  it('picks an invoice title', async () => {
    await phone.open('?frame=none#/trade/order/index?id=lamp')
    await phone.tap('选择抬头')
    await phone
      .sheet('选择发票抬头')
      .getByRole('button', { name: /样例有限公司/ })
      .tap()
    await phone.sees('样例有限公司 91310104MA1XP0013B')
  })

  it('may be someone else', async () => {
    await phone.open('?frame=none&person=chen#/trade/order/index?id=lamp')
    await phone.tap('选择地址')
    await phone.sheet('选择收货地址').getByText('还没有收货地址').waitFor()
  })
})

describe('the location', () => {
  beforeEach(() => phone.open('?frame=none#/pages/device/index'))

  it('is given after 允许, and asked for once', async () => {
    await phone.tap('定位')
    await phone.sheet('获取你的位置信息').getByText('用于找到最近的门店').waitFor()
    await phone.sheet('获取你的位置信息').getByRole('button', { name: '允许' }).tap()
    await phone.sees('在 31.1955,121.4365')
    await phone.page.reload()
    await phone.tap('定位')
    await phone.sees('在 31.1955,121.4365')
  })

  it('refused stays refused until the settings say otherwise', async () => {
    await phone.tap('定位')
    await phone.sheet('获取你的位置信息').getByRole('button', { name: '拒绝' }).tap()
    await phone.sees('getLocation:fail auth deny')
    await phone.tap('打开设置')
    const settings = phone.sheet('设置')
    await settings.getByRole('switch', { name: '位置信息' }).tap()
    await settings.getByRole('button', { name: '返回' }).tap()
    await phone.sees(/"scope.userLocation":true/)
    await phone.tap('定位')
    await phone.sees('在 31.1955,121.4365')
  })

  it('needs the declaration in app.json', async () => {
    await phone.tap('模糊定位')
    await phone.sees(
      'getFuzzyLocation:fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
    )
  })

  it('opens on a map and comes back', async () => {
    await phone.tap('看地图')
    const map = phone.sheet('位置')
    await map.getByText('南京西路 1 号').waitFor()
    await map.getByRole('button', { name: '返回' }).tap()
    await phone.sees(/openLocation:ok/)
  })
})

describe('the album', () => {
  beforeEach(() => phone.open('?frame=none#/pages/device/index'))
  /** What the promise comes to, once the sheet was answered. */
  const asked = (call: string) => phone.page.evaluate(`void (window.outcome = ${call}.catch((refused) => refused))`)
  const outcome = <T>() => phone.page.evaluate('window.outcome') as Promise<T>

  it('gives the pictures one taps, no more than asked for; they can be made smaller and sent', async () => {
    await asked(`xiaopu.wx.chooseMedia({ count: 2, mediaType: ['image'] })`)
    const album = phone.sheet('选择图片')
    for (const name of ['照片 1', '照片 3', '照片 4']) await album.getByRole('button', { name }).tap()
    await album.getByRole('button', { name: '完成 (2/2)' }).tap()
    const { tempFiles } = await outcome<{ tempFiles: { tempFilePath: string; width: number; size: number }[] }>()
    expect(tempFiles).toMatchObject([{ width: 900, height: 1_200 }, { width: 900 }])
    const path = JSON.stringify(tempFiles[0]!.tempFilePath)
    const sent = await phone.page.evaluate(`(async () => {
      const { tempFilePath } = await xiaopu.wx.compressImage({ src: ${path}, quality: 60, compressedWidth: 300 })
      const { width } = await xiaopu.wx.getImageInfo({ src: tempFilePath })
      const header = { Authorization: 'Bearer t1' }
      const task = xiaopu.wx.uploadFile({ url: 'https://shop.example/pictures', filePath: tempFilePath, name: 'file', header })
      const heard = []
      task.onHeadersReceived(({ header }) => heard.push(header['Content-Type']))
      task.onProgressUpdate(({ progress }) => heard.push(progress))
      const { statusCode, data, errMsg } = await task
      return { width, statusCode, errMsg, heard, ...JSON.parse(data) }
    })()`)
    expect(sent).toEqual({
      width: 300,
      statusCode: 201,
      errMsg: 'uploadFile:ok',
      heard: [100, 'application/json; charset=utf-8'],
      isPhotograph: true,
      bearer: 'Bearer t1',
    })
  })

  it('closed is a change of mind; an upload elsewhere is refused', async () => {
    await asked('xiaopu.wx.chooseMedia({ count: 1 })')
    await phone.sheet('选择图片').getByRole('button', { name: '取消' }).tap()
    expect(await outcome()).toMatchObject({ errMsg: 'chooseMedia:fail cancel' })
    await asked(`xiaopu.wx.uploadFile({ url: 'https://elsewhere.example/', filePath: 'x', name: 'file' })`)
    expect(await outcome()).toMatchObject({ errMsg: 'uploadFile:fail url not in domain list', errno: 600002 })
  })
})
