import { resolve } from 'node:path'
import { ariaComponents } from '../src/ui/accessibility/aria-attributes'

/** The little of Taro's plug-in interface that is used here; its types come with a package that is not ours to name. */
interface PluginContext {
  registerMethod(method: { name: string; fn(platform: WeappPlatform): void }): void
}
interface WeappPlatform {
  template: { mergeComponents(ctx: PluginContext, components: typeof ariaComponents): void }
  runtimePath: string | string[]
}

/**
 * Taro's WeChat templates hold no `aria-*` attribute: what a page sets would be dropped, and a screen reader would meet nameless buttons.
 * This adds them to the templates, and to the running app's table of attribute names, which has to agree with the templates.
 */
export default (ctx: PluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      platform.template.mergeComponents(ctx, ariaComponents)
      const runtime = resolve(__dirname, '../src/ui/accessibility/runtime.ts')
      platform.runtimePath = [platform.runtimePath, runtime].flat()
    },
  })
}
