import { join } from 'node:path'
import { build } from 'esbuild'

interface RuntimeBundle {
  script: string
  style: string
}

let bundle: Promise<RuntimeBundle> | null = null

/** The browser side, bundled once per process from its sources. */
export function bundleRuntime(): Promise<RuntimeBundle> {
  bundle ??= bundleNow()
  return bundle
}

async function bundleNow(): Promise<RuntimeBundle> {
  const runtime = join(import.meta.dirname, '../runtime')
  const { outputFiles } = await build({
    entryPoints: { runtime: join(runtime, 'main.ts') },
    outdir: runtime,
    bundle: true,
    write: false,
    minify: true,
    keepNames: true,
    format: 'iife',
    target: 'chrome109',
    loader: { '.page.css': 'text' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  })
  const text = (extension: string) => outputFiles.find((file) => file.path.endsWith(extension))?.text ?? ''
  return { script: text('.js'), style: text('.css') }
}
