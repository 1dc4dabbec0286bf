import { resolve } from 'node:path'
import { defineConfig } from '@tarojs/cli'
import type { Compiler } from 'webpack'
import { brand } from '../../../config/brand/brand'
import manifest from '../package.json'
import { themeJson, themeScss } from './theme'

const storefront = resolve(__dirname, '..')
const repository = resolve(storefront, '../..')

/** `XIAOPU_BUILD=qa` keeps names and line breaks, for the component tests; it is otherwise the release build. */
const forQa = process.env.XIAOPU_BUILD === 'qa'

class EmitTheme {
  apply({ hooks, webpack }: Compiler) {
    hooks.thisCompilation.tap('EmitTheme', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL
      compilation.hooks.processAssets.tap({ name: 'EmitTheme', stage }, () =>
        compilation.emitAsset('theme.json', new webpack.sources.RawSource(themeJson)),
      )
    })
  }
}

export default defineConfig<'webpack5'>({
  projectName: 'xiaopu',
  framework: 'react',
  // A warm cache has dropped custom-wrapper files and ignored a changed browserslist: correctness first.
  cache: { enable: false },
  logger: { quiet: !process.stdout.isTTY, stats: false },
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: forQa ? 'dist-qa' : 'dist',
  defineConstants: {
    XIAOPU_API_ORIGIN: JSON.stringify(process.env.XIAOPU_API_ORIGIN || brand.apiOrigin),
    XIAOPU_VERSION: JSON.stringify(manifest.version),
  },
  copy: {
    patterns: [
      { from: 'src/assets/tab/', to: `${forQa ? 'dist-qa' : 'dist'}/assets/tab/` },
      // The map draws its pins by their paths; they travel in the subpackage that shows it.
      { from: 'src/assets/pins/', to: `${forQa ? 'dist-qa' : 'dist'}/stores/assets/` },
      { from: 'src/sitemap.json', to: `${forQa ? 'dist-qa' : 'dist'}/sitemap.json` },
    ],
    options: {},
  },
  plugins: [resolve(__dirname, 'accessibility')],
  sass: { data: themeScss },
  // Terser is smaller than esbuild here by 19 KB, and esbuild's CSS breaks rpx values.
  jsMinimizer: 'terser',
  cssMinimizer: 'csso',
  terser: forQa ? { enable: false } : { enable: true, config: { output: { comments: false } as never } },
  mini: {
    compile: {
      include: [
        // Workspace packages are TypeScript sources, which Taro would otherwise leave to webpack as they are.
        resolve(repository, 'packages'),
        resolve(repository, 'config/brand'),
        // These ship syntax that iOS 12 does not know (#private, ?.).
        (file: string) => /[\\/]node_modules[\\/](@tanstack|zustand)[\\/]/.test(file),
      ],
    },
    // Each style sheet stands on its own class names: the order in which two pages import them means nothing.
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
    webpackChain(chain, webpack) {
      chain.plugin('emitTheme').use(EmitTheme)
      // Its advice is for web pages; here WeChat's own compiler weighs the packages (scripts/wechat-compile.ts).
      chain.performance.hints(false)
      const abort = resolve(storefront, 'src/polyfills/abort-controller.ts')
      chain
        .plugin('abortController')
        .use(webpack.ProvidePlugin, [
          { AbortController: [abort, 'AbortController'], AbortSignal: [abort, 'AbortSignal'] },
        ])
    },
  },
})
