import { QueryClientProvider } from '@tanstack/react-query'
import type { PropsWithChildren } from 'react'
import { queryClient } from './api/query-client'
import { onSignIn } from './api/session'
import { watchPrivacy } from './app-shell/privacy-need'
import { tellViews } from './features/keepsakes/view-desk'
import { agreeOnMyStore } from './features/stores/my-store'
import './ui/tokens/theme.scss'

// What was looked at, and the store that was chosen, as a guest becomes the shopper's.
onSignIn(() => void tellViews())
onSignIn(() => void agreeOnMyStore())
watchPrivacy()

/** What every page shares. Taro puts the open pages in as children; each brings its own error boundary (app-shell/page.tsx). */
export default function App({ children }: PropsWithChildren) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
