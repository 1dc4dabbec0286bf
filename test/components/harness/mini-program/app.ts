import { join } from 'node:path'
import { waitFor } from '@testing-library/dom'
import { listening } from '../complaints'
import type { Phone } from '../phone/phone'
import { Realm } from '../phone/realm'
import { createRequests } from '../phone/request'
import { createTimers } from '../phone/timers'
import { createUploads } from '../phone/upload'
import { createWx } from '../phone/wx'
import { readAppConfig } from './app-config'
import { componentOf, componentOfPage } from './definitions'
import { PageStack } from './page-stack'
import { firstDrawn, openPage, type PageView } from './page-view'
import { defineComponent, loadPage } from './simulator'

type App = Record<string, ((options: unknown) => void) | undefined>

/** A Mini Program that runs: app.js once, each page when it is opened. */
export class MiniProgram {
  readonly stack: PageStack
  private readonly realm: Realm
  private readonly timers: ReturnType<typeof createTimers>
  private readonly requests: ReturnType<typeof createRequests>
  private readonly uploads: ReturnType<typeof createUploads>
  private readonly loaded = new Map<string, string>()
  private app: App = {}

  /** @param root the folder with app.json @param gateway the origin of the gateway it is to talk to */
  constructor(
    private readonly root: string,
    phone: Phone,
    gateway: string,
  ) {
    const bring = <T>(value: T): T => this.realm.bring(value)
    this.timers = createTimers(() => phone.haste)
    this.requests = createRequests(bring, gateway)
    this.uploads = createUploads({ files: phone.files, bring, sentTo: this.requests.sentTo })
    this.stack = new PageStack(readAppConfig(root), (route, query) => {
      const id = this.loaded.get(route) ?? this.load(route)
      return openPage({ route, id, query, bring })
    })
    const { request } = this.requests
    const wx = { ...createWx(phone, this.stack, bring), request, uploadFile: this.uploads.uploadFile }
    this.realm = new Realm(
      {
        ...this.timers.globals,
        console: listening,
        wx,
        App: (app: App) => {
          this.app = app
        },
        Page: (page: Record<string, unknown>) => defineComponent(componentOfPage(page)),
        Component: (component: Record<string, unknown>) => defineComponent(componentOf(component)),
        getApp: () => this.app,
        getCurrentPages: () => this.stack.instances(),
      },
      () => phone.now(),
    )
    this.realm.require(join(root, 'app.js'))
    this.app.onLaunch?.call(this.app, wx.getLaunchOptionsSync())
    this.app.onShow?.call(this.app, wx.getEnterOptionsSync())
  }

  /** The first page, or the next one on top of what is open. A tab is switched to. */
  async open(url: string): Promise<PageView> {
    if (!this.stack.top) this.stack.launch(url)
    else if (this.stack.isTab(url)) this.stack.switchTab(url)
    else this.stack.navigateTo(url)
    return firstDrawn(this.current())
  }

  /** The page on top. */
  current(): PageView {
    const top = this.stack.top
    if (!top) throw new Error('no page is open')
    return top.view
  }

  /** The page on top, once it is this one: after a tap that leads there. @param path as in app.json, with or without slash */
  async arriveAt(path: string): Promise<PageView> {
    const route = path.replace(/^\//, '')
    await waitFor(() => {
      const { route: here } = this.current()
      if (here !== route) throw new Error(`still at ${here}, not at ${route}`)
    })
    return firstDrawn(this.current())
  }

  close() {
    this.uploads.stopAll()
    this.requests.stopAll()
    this.stack.clear()
    this.timers.stopAll()
  }

  private load(route: string): string {
    const id = loadPage(this.root, join(this.root, route), (path) => this.realm.require(path))
    this.loaded.set(route, id)
    return id
  }
}
