import { onEachBackend } from './harness'

/** 林小满 stands in Xuhui, Shanghai. */
const NEAREST = '拾物 · 武康路店'
const GO = /^导航去/

onEachBackend({}, (journey, _commerce, once) => {
  journey('whoever says where they are finds the nearest store first, and opens it on the map', async ({ enter }) => {
    const lin = await enter()
    await lin.taps(/^附近门店/)
    await lin.arrivesAt('stores/list')
    await lin.taps('使用我的位置')
    const question = lin.wechat('获取你的位置信息')
    await question.sees('用于为你找到最近的门店')
    await question.taps('允许')

    await lin.sees('离你最近', '1.3 公里')
    const inOrder = await lin.names(GO)
    expect(inOrder.slice(0, 3)).toEqual([NEAREST, '拾物 · 南京西路店', '拾物 · 湖滨店'].map((name) => `导航去${name}`))
    expect(inOrder).toHaveLength(7)

    await lin.taps(`导航去${NEAREST}`)
    const map = lin.wechat('位置')
    await map.sees(NEAREST, '武康路 376 号', '31.206903, 121.438142')
    await map.taps('返回')

    await lin.goesBack()
    await lin.sees(/附近门店/, /武康路店/, '1.3 公里')
  })

  once('whoever keeps their place to themselves finds a store by city', async ({ enter }) => {
    const lin = await enter({ at: 'stores/list/index' })
    await lin.taps('使用我的位置')
    await lin.wechat('获取你的位置信息').taps('拒绝')
    await lin.sees('没有位置权限，可以按城市找店')
    expect(await lin.names(GO)).toHaveLength(7)

    await lin.taps('上海')
    await lin.seesNo('拾物 · 三里屯店')
    expect(await lin.names(GO)).toEqual(['导航去拾物 · 南京西路店', `导航去${NEAREST}`])
    await lin.taps(`导航去${NEAREST}`)
    await lin.wechat('位置').sees(NEAREST)
  })

  once('whoever refused can change their mind in the settings', async ({ enter }) => {
    const lin = await enter({ at: 'stores/list/index' })
    await lin.taps('使用我的位置')
    await lin.wechat('获取你的位置信息').taps('拒绝')
    await lin.taps('去设置')
    const settings = lin.wechat('设置')
    await settings.taps('位置信息')
    await settings.taps('返回')
    await lin.sees('离你最近', '1.3 公里')
  })
})
