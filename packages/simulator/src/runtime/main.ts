import './shell/shell.css'
import './shell/sheets.css'
import './panel/panel.css'
import { addGlobalErrorListener } from 'glass-easel'
import { Device } from './device/device'
import { Sandbox } from './device/sandbox'
import { Records } from './host/records'
import { type Compiled, RunningApp } from './host/run-app'
import { testHooks } from './host/test-hooks'
import { Panel } from './panel/panel'
import { h } from './shell/dom'
import type { AppPayload, Boot, Theme } from './types'
import { installWxs } from './view/wxs'

declare global {
  interface Window {
    __xiaopuBoot: Boot
    __xiaopuApp(payload: AppPayload, templates: Record<string, unknown>, scripts: Compiled['scripts']): Promise<void>
    __xiaopuFailed(error: string): void
  }
}

// Compiled templates refer to these as soon as they load.
installWxs()

const boot = window.__xiaopuBoot
const search = new URLSearchParams(location.search)
const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split(/\?(.*)/s)

window.__xiaopuApp = async (payload, templates, scripts) => {
  const sandbox = new Sandbox()
  const records = new Records()
  const theme = search.get('theme') as Theme | null
  const person = search.get('person')
  const privacy = search.get('privacy') === 'agreed' ? 'agreed' : 'ask'
  const scene = Number(search.get('scene')) || 1001
  const fontSize = Number(search.get('fontSize'))
  const given = { ...(theme && { theme }), ...(person && { person }), ...(fontSize && { fontSize }), privacy } as const
  const device = new Device(boot.appid, given)
  const people = await sandbox.people().catch(() => {
    records.log('error', ['The WeChat sandbox does not answer: login, addresses and payments will fail'])
    return []
  })
  if (people[0] && !people.some(({ id }) => id === device.person)) device.set('person', people[0].id)

  const bare = search.get('frame') === 'none'
  const surroundings = { boot, device, sandbox, records, bare, start: { path, query, scene } }
  const app = new RunningApp({ payload, templates, scripts }, surroundings)
  window.addEventListener('error', ({ error, message }) => app.reportError(error ?? message))
  window.addEventListener('unhandledrejection', ({ reason }) => {
    records.error(reason, 'Unhandled promise rejection')
    app.events.emit('UnhandledRejection', { reason: String(reason?.errMsg ?? reason), promise: null })
  })
  // glass-easel catches what listeners and lifetimes throw.
  addGlobalErrorListener((error) => {
    app.reportError(error)
    return false
  })
  testHooks(app)
  const stage = h('main', { class: bare ? 'stage bare' : 'stage' }, app.phone.element)
  document.body.append(stage)
  if (!bare) document.body.append(new Panel(app, people).element)
  app.run()
}

window.__xiaopuFailed = (error) => {
  document.body.append(h('main', { class: 'failed' }, h('h1', {}, '小程序没有编译成功'), h('pre', {}, error)))
}
