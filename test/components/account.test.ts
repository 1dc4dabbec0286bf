import { happen, leave, orderOf, shopWith, tap, type, waitFor } from './harness'

const ME = '/account/me/index'
const PRIVACY = '/account/privacy/index'
const LEAVE = '/account/leave/index'
const button = (name: string | RegExp) => ['button', { name }] as const

describe('name and picture', () => {
  test('the name is read when the form is sent, and is everywhere at once', async () => {
    const { shop, phone, openPage } = await shopWith()
    const page = await openPage(ME)
    const form = (await page.findByLabelText('昵称')).closest('wx-form')!
    await happen(form, 'submit', { value: { nickname: ' 林小满 ' } })
    await waitFor(() => expect(phone.toasts).toEqual(['已保存']))
    expect(shop.requestsTo('changeMe').map(({ body }) => body)).toEqual([{ nickname: '林小满' }])
    const me = await openPage('/pages/profile/index')
    await me.findByText('林小满')
  })

  test('a name that WeChat emptied is no name', async () => {
    const { shop, openPage } = await shopWith()
    const page = await openPage(ME)
    const form = (await page.findByLabelText('昵称')).closest('wx-form')!
    await happen(form, 'submit', { value: { nickname: '' } })
    await waitFor(() => expect(shop.requestsTo('changeMe').map(({ body }) => body)).toEqual([{ nickname: null }]))
  })

  test('a chosen picture is sent and shown; one that was not chosen changes nothing', async () => {
    const { shop, openPage } = await shopWith()
    const page = await openPage(ME)
    const choose = await page.findByRole(...button('更换头像'))
    await happen(choose, 'chooseavatar', { errMsg: 'chooseAvatar:fail privacy permission is not authorized' })
    expect(shop.requestsTo('uploadPicture')).toEqual([])
    await happen(choose, 'chooseavatar', { avatarUrl: 'http://tmp/me.png' })
    await waitFor(() => expect(page.getByLabelText('头像').getAttribute('src')).toContain('upload-1'))
    page.getByText('头像审核中，现在只有你能看到')
  })

  test('a picture that the shop does not take says so', async () => {
    const { shop, phone, openPage } = await shopWith()
    shop.fail('uploadPicture', { code: 'upload_not_a_picture' })
    const page = await openPage(ME)
    await happen(await page.findByRole(...button('更换头像')), 'chooseavatar', { avatarUrl: 'http://tmp/me.png' })
    await waitFor(() => expect(phone.toasts).toHaveLength(1))
    expect(shop.requestsTo('changeMe')).toEqual([])
  })
})

describe('the phone button', () => {
  test('binds the number, which can be taken back', async () => {
    const { openPage } = await shopWith()
    const page = await openPage(ME)
    await happen(await page.findByRole(...button('绑定微信手机号')), 'getphonenumber', {
      code: 'c1',
      errMsg: 'getPhoneNumber:ok',
    })
    await page.findByText('已绑定 138****8000')
    await tap(page.getByRole(...button('解除绑定')))
    await page.findByText('还没有绑定')
  })

  test.each([
    [{ errMsg: 'getPhoneNumber:fail user deny', errno: 103 }, '没有绑定，不影响购物。收货电话在地址里填写就可以。'],
    [{ errMsg: 'getPhoneNumber:fail:user cancel', errno: 1 }, '没有绑定，不影响购物。收货电话在地址里填写就可以。'],
    [{ errMsg: 'getPhoneNumber:fail quota', errno: 1400001 }, '现在取不到手机号，不影响购物，可以稍后再试。'],
  ])('refused (%j): nothing else stops, and the page says so', async (detail, words) => {
    const { shop, openPage } = await shopWith()
    const page = await openPage(ME)
    await happen(await page.findByRole(...button('绑定微信手机号')), 'getphonenumber', detail)
    await page.findByText(words)
    expect(shop.requestsTo('bindPhone')).toEqual([])
    page.getByRole(...button('保存'))
  })

  test('a code that is used up can be tried again', async () => {
    const { openPage } = await shopWith()
    const page = await openPage(ME)
    const bind = await page.findByRole(...button('绑定微信手机号'))
    await happen(bind, 'getphonenumber', { code: 'used-1', errMsg: 'getPhoneNumber:ok' })
    await page.findByText('没有取到手机号，请再点一次按钮')
    await happen(page.getByRole(...button('绑定微信手机号')), 'getphonenumber', {
      code: 'c2',
      errMsg: 'getPhoneNumber:ok',
    })
    await page.findByText('已绑定 138****8000')
  })
})

describe('what is looked at', () => {
  test('is not kept any more once that is switched off, and what there was can go', async () => {
    const { shop, phone, before, openPage } = await shopWith()
    await before((api) => api.history.add([{ productId: 'mug', at: new Date().toISOString() }]))
    const product = await openPage('/goods/product/index?id=tee')
    await product.findByText('加入购物车')
    await waitFor(() => expect(JSON.stringify(phone.storage.get('views'))).toContain('tee'))
    const page = await openPage(PRIVACY)
    await tap(await page.findByRole('switch', { name: '记录浏览足迹' }))
    await waitFor(() => expect(phone.storage.has('views')).toBe(false))
    const again = await openPage('/goods/product/index?id=mug')
    await again.findByText('加入购物车')
    expect(phone.storage.get('views')).toBeUndefined()
    // Who signs in later has decided it, too.
    await openPage(ME)
    await waitFor(() => expect(shop.requestsTo('changeMe').map(({ body }) => body)).toEqual([{ keepsHistory: false }]))
  })
})

describe('my data', () => {
  test('is one file, to be sent on or copied', async () => {
    const { phone, before, openPage } = await shopWith()
    await before((api) => api.me.change({ nickname: '林小满' }))
    const page = await openPage(PRIVACY)
    await tap(await page.findByRole(...button(/^下载我的数据/)))
    await page.findByText('文件已备好，可以发送给自己或“文件传输助手”')
    const [written] = phone.callsOf('writeFile')
    expect(written).toMatchObject({ filePath: 'wxfile://usr/my-data.json', encoding: 'utf8' })
    expect(JSON.parse(String(written!.data)).parts.profile).toMatchObject({ nickname: '林小满' })
    await tap(page.getByRole(...button('发送到聊天')))
    await waitFor(() => expect(phone.callsOf('shareFileMessage')).toHaveLength(1))
    await tap(page.getByRole(...button('复制内容')))
    await waitFor(() => expect(phone.callsOf('setClipboardData')).toHaveLength(1))
  })

  test('on a full phone can be copied all the same', async () => {
    const { phone, openPage } = await shopWith()
    phone.writeFile = () => ({ fail: 'the maximum size of the file storage limit is exceeded' })
    const page = await openPage(PRIVACY)
    await tap(await page.findByRole(...button(/^下载我的数据/)))
    await page.findByText('手机空间不够，文件没能保存。可以先复制内容')
    expect(page.queryByRole(...button('发送到聊天'))).toBeNull()
    await tap(page.getByRole(...button('复制内容')))
    await page.findByText('已复制，可以粘贴到备忘录保存')
  })

  test('that cannot be had says so', async () => {
    const { shop, phone, openPage } = await shopWith()
    shop.fail('getMyData', { code: 'commerce_unavailable', times: 9 })
    const page = await openPage(PRIVACY)
    await tap(await page.findByRole(...button(/^下载我的数据/)))
    await waitFor(() => expect(phone.toasts).toHaveLength(1))
  })
})

describe('deleting the account', () => {
  test('says what goes and what stays, wants the word, and leaves nothing on the phone', async () => {
    const { shop, phone, before, openPage, arriveAt } = await shopWith({ cart: { 'mug-sand': 1 } })
    await before((api) => api.me.change({ nickname: '林小满' }))
    const page = await openPage(LEAVE)
    await page.findByText('会被删除')
    page.getByText('收藏')
    page.getByText('订单')
    page.getByText(/至少保存三年/)
    const field = page.getByLabelText('输入“注销账号”确认')
    await type(field, '注销')
    await leave(field)
    expect(page.getByRole(...button('永久注销')).getAttribute('aria-disabled')).toBe('true')
    await type(field, '注销账号')
    await tap(page.getByRole(...button('永久注销')))
    await arriveAt('/pages/home/index')
    await waitFor(() => expect(phone.toasts).toContain('账号已注销'))
    expect(shop.requestsTo('deleteMe').map(({ path }) => path)).toEqual(['/v1/me?confirm=delete-my-account'])
    for (const key of ['session', 'views', 'address', 'search-history']) expect(phone.storage.has(key)).toBe(false)
    await waitFor(() => expect(phone.badges.has(2)).toBe(false))
  })

  test('waits for an open order, which is a tap away', async () => {
    const { before, shop, openPage, arriveAt } = await shopWith()
    const order = await before(orderOf('mug-sand'))
    const page = await openPage(LEAVE)
    await page.findByText('还有未完成的事，暂时不能注销')
    expect(page.queryByRole(...button('永久注销'))).toBeNull()
    await tap(page.getByRole(...button(/^有一笔待付款的订单/)))
    expect((await arriveAt('/trade/order/index')).query).toEqual({ id: order.id })
    expect(shop.requestsTo('deleteMe')).toEqual([])
  })

  test('that the shop refuses after all says why, and what stands in the way is on the page', async () => {
    const { shop, phone, before, openPage } = await shopWith()
    const page = await openPage(LEAVE)
    await type(await page.findByLabelText('输入“注销账号”确认'), '注销账号')
    await before(orderOf('mug-sand'))
    await tap(page.getByRole(...button('永久注销')))
    await waitFor(() => expect(phone.toasts).toEqual(['还有订单或退款没有结束，暂时不能注销']))
    await page.findByText('有一笔待付款的订单')
    expect(shop.requestsTo('deleteMe')).toHaveLength(1)
  })
})

describe('consent', () => {
  test('is asked for over the page, in our words; agreeing lets WeChat go on', async () => {
    const { phone, openPage } = await shopWith()
    const page = await openPage('/pages/home/index')
    await page.findByText('拾物')
    const answer = phone.needConsent('chooseAddress')
    await page.findByText(/不同意也可以继续逛/)
    await page.findByText('《拾物小程序隐私保护指引》')
    const agree = page.getByRole(...button('同意'))
    expect(agree.getAttribute('open-type')).toBe('agreePrivacyAuthorization')
    await happen(agree, 'agreeprivacyauthorization')
    expect(await answer).toEqual({ event: 'agree', buttonId: agree.id || 'privacy-agree' })
    await waitFor(() => expect(page.queryByText(/不同意也可以继续逛/)).toBeNull())
  })

  test('refused, the page goes on; it is asked for again at the next need', async () => {
    const { phone, openPage } = await shopWith()
    const page = await openPage('/pages/home/index')
    const first = phone.needConsent('getLocation')
    await tap(await page.findByRole(...button('不同意')))
    expect(await first).toEqual({ event: 'disagree' })
    await waitFor(() => expect(page.queryByRole(...button('不同意'))).toBeNull())
    const second = phone.needConsent('getLocation')
    await tap(await page.findByRole(...button('不同意')))
    expect(await second).toEqual({ event: 'disagree' })
  })

  test('needed for two calls at once is asked for once', async () => {
    const { phone, openPage } = await shopWith()
    const page = await openPage('/pages/home/index')
    const answers = Promise.all([phone.needConsent('getLocation'), phone.needConsent('chooseAddress')])
    await tap(await page.findByRole(...button('不同意')))
    expect(await answers).toEqual([{ event: 'disagree' }, { event: 'disagree' }])
  })

  test('the guideline can be read first', async () => {
    const { phone, openPage } = await shopWith()
    const page = await openPage('/pages/home/index')
    void phone.needConsent('getLocation')
    await tap(await page.findByRole('link', { name: '《拾物小程序隐私保护指引》' }))
    await waitFor(() => expect(phone.callsOf('openPrivacyContract')).toHaveLength(1))
    page.getByRole(...button('同意'))
  })
})

test('text is as large as one wants it here, at once and with the next visit', async () => {
  const { phone, openPage } = await shopWith()
  const page = await openPage('/account/settings/index')
  await tap(await page.findByRole('radio', { name: '特大' }))
  await page.findByRole('radio', { name: '特大', checked: true })
  const root = page.getByRole('radio', { name: '特大', checked: true }).closest('.x-large-type')
  expect(root?.getAttribute('style')).toContain('--x-type: 1.6')
  expect(phone.storage.get('text-size')).toBe('largest')
  await tap(page.getByRole('radio', { name: '跟随微信' }))
  await waitFor(() => expect(phone.storage.has('text-size')).toBe(false))
})

test('a full phone buys, signs in and keeps its choices all the same, until it is closed', async () => {
  const { shop, phone, before, openPage } = await shopWith()
  await before((api) => api.me.change({ nickname: '林小满' }))
  phone.full = true
  const product = await openPage('/goods/product/index?id=mug')
  await product.findByText('加入购物车')
  const me = await openPage('/pages/profile/index')
  await tap(await me.findByRole(...button('微信登录')))
  await me.findByText('林小满')
  const page = await openPage(PRIVACY)
  await tap(await page.findByRole('switch', { name: '记录浏览足迹' }))
  await waitFor(() => expect(shop.requestsTo('changeMe').map(({ body }) => body)).toEqual([{ keepsHistory: false }]))
  const again = await openPage('/pages/profile/index')
  await again.findByText('林小满')
  const settings = await openPage('/account/settings/index')
  await tap(await settings.findByRole('radio', { name: 'English' }))
  await settings.findByText('Language')
  expect([...phone.storage.keys()]).toEqual([])
  expect(shop.requestsTo('signIn')).toHaveLength(1)
})
