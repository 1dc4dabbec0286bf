import { eventually, onEachBackend } from './harness'
import { type Desk, sitsAtTheDesk } from './harness/desk'

const JSON_FIELD = '首页内容（JSON）'

onEachBackend({}, (journey) => {
  journey('a home page is written, looked at, published, and had back as it was', async ({ enter, shop }) => {
    const lin = await enter()
    await lin.sees('把客厅还给周末', '先领券，再慢慢看')
    const desk = await sitsAtTheDesk(lin, shop.demo.deskUrl)
    await desk.taps('首页')
    await desk.sees('写得对，可以发布。', '正在展示')

    await desk.types(JSON_FIELD, '{ "blocks": [{ "type": "hero" }] }')
    await desk.sees(/^blocks\[0\]\.title: /)
    const row = { type: 'product_row', title: { 'zh-CN': '店主手写的一排' }, products: ['bonsai-tree', 'no-such'] }
    await desk.types(JSON_FIELD, JSON.stringify({ blocks: [row, { type: 'coupon_strip' }] }))
    await desk.sees('写得对，可以发布。', /^blocks\[0\]\.products\[1\]: /)

    await desk.taps('在手机上预览')
    const chen = await enter({ person: 'chen-yu', at: await previewOf(desk) })
    await chen.sees('预览 · 顾客还看不到', '店主手写的一排', '真柏小品盆景')
    await lin.comesBack()
    await lin.sees('把客厅还给周末')

    await desk.taps('发布')
    await desk.sees('已发布', '版本 2')
    await eventually('the new home page', async () => {
      await lin.comesBack()
      await lin.sees('拾物')
      return lin.root
        .getByText('店主手写的一排')
        .waitFor({ timeout: 3_000 })
        .then(
          () => true,
          () => false,
        )
    })
    await lin.taps(/^领取 满 99 减 20/)
    await lin.isTold('已领取')

    // Its draft has been published: there is nothing to look at before the others.
    await chen.comesBack()
    await chen.sees('预览已结束：过了一天，或已经发布')
    await chen.taps('看现在的首页')
    await chen.sees('店主手写的一排')

    await desk.taps('恢复这一版')
    await desk.sees('版本 3')
    await lin.comesBack()
    await lin.sees('把客厅还给周末')
    await desk.leaves()
  })
})

/** The page the desk says to open on a phone. */
async function previewOf(desk: Desk): Promise<string> {
  const said = desk.root.getByText(/^手机打开：/)
  await said.waitFor()
  return (await said.textContent())!.replace('手机打开：', '').trim()
}
