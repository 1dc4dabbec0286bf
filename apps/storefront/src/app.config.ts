const tab = (name: string, text: string) => ({
  pagePath: `pages/${name}/index`,
  text,
  iconPath: `@${name}Icon`,
  selectedIconPath: `@${name}IconSelected`,
})

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/category/index', 'pages/cart/index', 'pages/profile/index'],
  subPackages: [
    { root: 'goods', name: 'goods', pages: ['product/index', 'list/index', 'reviews/index'] },
    {
      root: 'trade',
      name: 'trade',
      pages: [
        'checkout/index',
        'result/index',
        'orders/index',
        'order/index',
        'review/index',
        'after-sales/index',
        'after-sale/index',
        'after-sale-request/index',
      ],
    },
    { root: 'stores', name: 'stores', pages: ['list/index'] },
    {
      root: 'account',
      name: 'account',
      pages: [
        'settings/index',
        'me/index',
        'privacy/index',
        'leave/index',
        'favourites/index',
        'history/index',
        'addresses/index',
        'address/index',
        'coupons/index',
        'wallet/index',
      ],
    },
  ],
  // What the next tap most likely needs, fetched while the shopper looks around.
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['goods'] },
    'pages/category/index': { network: 'all', packages: ['goods'] },
    'pages/cart/index': { network: 'all', packages: ['trade'] },
    'goods/product/index': { network: 'all', packages: ['trade'] },
  },
  window: {
    backgroundColor: '@background',
    backgroundColorTop: '@background',
    backgroundColorBottom: '@background',
    backgroundTextStyle: '@backgroundText' as 'dark',
    navigationBarBackgroundColor: '@navigation',
    navigationBarTextStyle: '@navigationText' as 'black',
    navigationBarTitleText: '',
  },
  tabBar: {
    color: '@tabText',
    selectedColor: '@tabSelected',
    backgroundColor: '@tabBackground',
    borderStyle: '@tabBorder' as 'white',
    list: [tab('home', '首页'), tab('category', '分类'), tab('cart', '购物车'), tab('profile', '我的')],
  },
  darkmode: true,
  themeLocation: 'theme.json',
  sitemapLocation: 'sitemap.json',
  lazyCodeLoading: 'requiredComponents',
  requiredPrivateInfos: ['getLocation', 'chooseAddress'],
  permission: { 'scope.userLocation': { desc: '用于为你找到最近的门店' } },
  __usePrivacyCheck__: true,
} as Taro.AppConfig)
