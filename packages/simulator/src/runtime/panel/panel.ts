import type { Person } from '../device/sandbox'
import type { RunningApp } from '../host/run-app'
import { h } from '../shell/dom'
import { deskPage } from './desk-page'
import { deviceSettings } from './device-settings'
import { consoleLines, setDataFigures, traffic } from './figures'
import { limits } from './limits'
import { messages } from './messages'
import { payments } from './payments'
import { rebuiltNotice } from './rebuilt'
import type { PanelContext, Section } from './section'
import { type Language, say } from './text'

const LANGUAGE_KEY = 'xiaopu:panel-language'

/** The panel beside the phone: what WeChat would know and what the phone is set to. Behind a button on a narrow window. */
export class Panel {
  readonly element: HTMLElement
  private language: Language = localStorage.getItem(LANGUAGE_KEY) === 'en' ? 'en' : 'zh'
  private readonly sections: Section[]
  private readonly heading = h('h1')
  private readonly switcher = h('button', { class: 'text', onclick: () => this.switchLanguage() })
  private readonly closer = h('button', { class: 'text closer', onclick: () => this.setOpen(false) })
  private readonly opener = h('button', { class: 'opener', onclick: () => this.setOpen(true) })

  constructor(app: RunningApp, people: Person[]) {
    const context: PanelContext = { app, language: () => this.language }
    const device = deviceSettings(context, people)
    const figures = [setDataFigures(context), traffic(context), consoleLines(context)]
    const desk = app.boot.desk ? [deskPage(context, app.boot.desk)] : []
    this.sections = [payments(context), messages(context), ...desk, device, ...figures, limits(context)]
    const aside = h(
      'aside',
      { class: 'panel' },
      h('header', { class: 'panel-head' }, this.heading, h('span', { class: 'spring' }), this.switcher, this.closer),
      rebuiltNotice(context),
      ...this.sections.map(({ element }) => element),
    )
    this.element = h('div', { class: 'panel-side' }, this.opener, aside)
    if (app.boot.accent) this.element.style.setProperty('--accent', app.boot.accent)
    app.records.onChange(() => {
      for (const section of figures) section.paint()
    })
    app.device.onChange(() => device.paint())
    this.heading.textContent = app.boot.title
    this.paint()
  }

  private paint(): void {
    document.documentElement.lang = this.language === 'zh' ? 'zh-CN' : 'en'
    this.switcher.textContent = this.language === 'zh' ? 'English' : '中文'
    this.opener.textContent = say(this.language, 'open')
    this.closer.textContent = say(this.language, 'close')
    for (const section of this.sections) section.paint()
  }

  private switchLanguage(): void {
    this.language = this.language === 'zh' ? 'en' : 'zh'
    localStorage.setItem(LANGUAGE_KEY, this.language)
    this.paint()
  }

  private setOpen(open: boolean): void {
    this.element.classList.toggle('open', open)
  }
}
