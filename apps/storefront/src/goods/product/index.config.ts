export default definePageConfig({
  navigationBarTitleText: '商品详情',
  navigationStyle: 'custom',
  enableShareAppMessage: true,
  enableShareTimeline: true,
  // In Moments WeChat draws its own bar on top: below it, not under it.
  singlePage: { navigationBarFit: 'squeezed' },
})
