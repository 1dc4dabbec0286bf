import { Component, type ErrorInfo, type ReactNode } from 'react'
import { t } from '../i18n'
import { EmptyState } from '../ui'
import { open } from '../wechat'

interface Props {
  children: ReactNode
  /** Hears of what was caught. */
  onError?: (error: unknown, where: string) => void
}

/** Stands in for a page that could not be drawn: says so, and leads on. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo) {
    this.props.onError?.(error, componentStack ?? '')
  }

  private tryAgain = () => this.setState({ failed: false })

  private goHome = () => {
    this.setState({ failed: false })
    void open('home')
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <EmptyState
        icon="circle-alert"
        title={t('common.crashTitle')}
        hint={t('common.crashHint')}
        action={{ label: t('ui.retry'), onClick: this.tryAgain }}
        second={{ label: t('common.backHome'), onClick: this.goHome }}
      />
    )
  }
}
