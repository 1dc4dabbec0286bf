import { useLocale } from '../../../i18n'
import { Button } from '../../../ui'
import { copy } from '../../../wechat'

/** Puts it on the clipboard. @param props.label says what, to a screen reader */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = useLocale()
  return (
    <Button kind="outline" size="small" label={label} onClick={() => void copy(text)}>
      {t('order.copy')}
    </Button>
  )
}
