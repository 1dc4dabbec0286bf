import { ok, shopWith, tap, waitFor } from './harness'

const button = (name: string | RegExp) => ['button', { name }] as const

test('a heart on the product is a favourite under 我的, and is let go there', async () => {
  const { shop, phone, openPage, arriveAt } = await shopWith()
  const product = await openPage('/goods/product/index?id=mug')
  await tap(await product.findByRole(...button('收藏')))
  await product.findByRole(...button('取消收藏'))
  await waitFor(() => expect(shop.requestsTo('addFavourites')).toHaveLength(1))
  const profile = await openPage('/pages/profile/index')
  await tap(await profile.findByRole(...button(/^收藏/)))
  const favourites = await arriveAt('/account/favourites/index')
  await favourites.findByRole(...button('手工粗陶马克杯 ¥128'))
  await tap(favourites.getByRole(...button('编辑')))
  await tap(await favourites.findByRole('checkbox', { name: '选择 手工粗陶马克杯' }))
  phone.showModal = ok({ confirm: true })
  await tap(await favourites.findByRole(...button('删除 (1)')))
  await favourites.findByText('还没有收藏')
  await waitFor(() =>
    expect(shop.requestsTo('removeFavourites').map(({ body }) => body)).toEqual([{ productIds: ['mug'] }]),
  )
})

test('what a guest looks at stays on the phone, and becomes the shopper’s with 微信登录', async () => {
  const { shop, openPage, arriveAt } = await shopWith()
  for (const [id, words] of [
    ['mug', '一只杯子，一整个早晨'],
    ['tee', '越洗越软'],
  ]) {
    const page = await openPage(`/goods/product/index?id=${id}`)
    await page.findByText(words!)
  }
  const desk = await openPage('/goods/product/index?id=desk')
  await desk.findByText('最近浏览')
  await desk.findByRole(...button('水洗棉圆领 T 恤'))
  expect(shop.requestsTo('signIn')).toEqual([])
  const profile = await openPage('/pages/profile/index')
  await tap(await profile.findByRole(...button('微信登录')))
  await profile.findByText('微信用户')
  await waitFor(() => expect(shop.requestsTo('addViews')).toHaveLength(1))
  const told = ['desk', 'tee', 'mug'].map((productId) => expect.objectContaining({ productId }))
  expect(shop.requestsTo('addViews').map(({ body }) => body)).toEqual([{ views: told }])
  await tap(profile.getByRole(...button('足迹')))
  const history = await arriveAt('/account/history/index')
  await history.findByText('今天')
  await history.findByRole(...button(/^老榆木书桌/))
})

test('on an English phone they are in English', async () => {
  const { openPage } = await shopWith({ language: 'en' })
  const product = await openPage('/goods/product/index?id=mug')
  await tap(await product.findByRole(...button('Save')))
  await product.findByRole(...button('Remove from favourites'))
  const favourites = await openPage('/account/favourites/index')
  await favourites.findByText('Hand-thrown Stoneware Mug')
  expect(favourites.text()).not.toMatch(/\p{Script=Han}/u)
  const history = await openPage('/account/history/index')
  await history.findByText('Hand-thrown Stoneware Mug')
  expect(history.text()).not.toMatch(/\p{Script=Han}/u)
})
