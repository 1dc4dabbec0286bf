import { eventually, onEachBackend } from './harness'

onEachBackend({}, (journey, commerce, once) => {
  once(
    'whoever is here for the first time says no to consent, goes on, and says yes at the next need',
    async ({ enter }) => {
      const lin = await enter({ privacy: 'ask', at: 'stores/list/index' })
      await lin.taps('使用我的位置')
      const ask = lin.on('先请你同意')
      await ask.sees('不同意也可以继续逛')
      await ask.taps(/隐私保护指引/)
      await lin.wechat(/隐私保护指引/).taps('确定')
      await ask.taps('不同意')
      await lin.sees(/附近门店|武康路店/)

      await lin.taps('使用我的位置')
      await lin.on('先请你同意').taps('同意')
      await lin.wechat('获取你的位置信息').taps('允许')
      await lin.sees('1.3 公里')
    },
  )

  journey('a shopper says who they are, takes their data home, and leaves for good', async ({ enter, shop }) => {
    const lin = await enter()
    await lin.opens('我的')
    await lin.taps('微信登录')
    await lin.taps(/^微信用户/)
    await lin.arrivesAt('account/me')
    await lin.taps('更换头像')
    await lin.wechat('选择头像').taps('头像 2')
    await lin.isTold('已保存')
    await lin.types('昵称', '林小满')
    await lin.taps('保存')
    await lin.isTold('已保存')

    await lin.taps('绑定微信手机号')
    await lin.wechat('申请获取并验证你的手机号').taps('不允许')
    await lin.sees('没有绑定，不影响购物')
    await lin.taps('绑定微信手机号')
    await lin.wechat('申请获取并验证你的手机号').taps('允许')
    await lin.sees(/已绑定 1\d\d\*{4}\d{4}/)

    await lin.goesBack()
    await lin.sees('林小满')
    await lin.taps(/^设置/)
    await lin.arrivesAt('account/settings')
    await lin.taps('隐私与数据')
    await lin.arrivesAt('account/privacy')
    await lin.taps(/^下载我的数据/)
    await lin.taps('发送到聊天')
    const chat = lin.wechat('发送给朋友')
    await chat.sees('my-data.json')
    await chat.taps('发送')

    await lin.taps('注销账号')
    await lin.arrivesAt('account/leave')
    await lin.sees('会被删除', '依法保留', '至少保存三年')
    await lin.types('输入“注销账号”确认', '注销账号')
    expect(await shop.books.shoppersNamed('林小满')).toBe(1)
    await lin.taps('永久注销')
    await lin.arrivesAt('pages/home')
    await lin.isTold('账号已注销')
    expect(await shop.books.shoppersNamed('林小满')).toBe(0)

    await lin.opens('我的')
    await lin.taps('微信登录')
    await lin.sees('微信用户')
  })

  // Neither WeChat's push nor the address book knows what is behind the gateway.
  if (commerce !== 'postgres') return
  journey('taken back in WeChat, imported addresses go; what was typed here stays', async ({ enter, shop }) => {
    const lin = await enter({ at: 'account/addresses/index' })
    await lin.taps('从微信导入')
    await lin.choosesAddress(/省|市/)
    await lin.isTold('已存入收货地址')
    await lin.sees('默认')
    await lin.taps('新建地址')
    await lin.arrivesAt('account/address')
    await lin.types('粘贴地址，自动识别', '顾一鸣 13800138000 上海市徐汇区武康路 1 号')
    await lin.taps('识别')
    await lin.taps('保存')
    await lin.sees(/顾一鸣/)

    shop.wechat.revoke('lin-xiaoman', ['2'])
    await eventually('the forgetting', async () => {
      await lin.comesBack()
      await lin.sees(/顾一鸣/)
      return (await lin.root.getByRole('button', { name: /^编辑 / }).count()) === 1
    })
  })
})
