import type { Kind } from './base'

const METHODS: Record<string, string> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
}

/** `<navigator>`: a tap opens a page. */
export const navigator: Kind = (Base) =>
  class extends Base {
    connectedCallback() {
      if (!this.hasAttribute('role')) this.mark('role', 'link')
      this.onclick = () => this.open()
    }
    private open() {
      const { wx, records } = this.view.host
      const type = this.get('open-type', 'navigate')
      const done = {
        success: (answer: { errMsg: string }) => this.emit('success', answer),
        fail: (answer: { errMsg: string }) => {
          records.error(answer.errMsg)
          this.emit('fail', answer)
        },
        complete: (answer: { errMsg: string }) => this.emit('complete', answer),
      }
      if (this.get('target', 'self') === 'miniProgram')
        return wx.navigateToMiniProgram({ appId: this.get('app-id', ''), ...done })
      if (type === 'navigateBack') return wx.navigateBack({ delta: this.number('delta', 1), ...done })
      if (type === 'exit') return wx.exitMiniProgram(done)
      wx[METHODS[type] ?? 'navigateTo']({ url: this.get('url', ''), ...done })
    }
  }
