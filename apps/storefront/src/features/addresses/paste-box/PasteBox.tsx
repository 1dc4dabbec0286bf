import { View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Button, TextField } from '../../../ui'
import type { useAddressForm } from '../use-address-form'
import { usePaste } from '../use-paste'
import './PasteBox.scss'

const LONGEST = 500

/** A text from a chat, read into the fields below. */
export function PasteBox({ desk }: { desk: ReturnType<typeof useAddressForm> }) {
  const { t } = useLocale()
  const { text, setText, reading, readIn } = usePaste(desk)
  return (
    <View className="x-card paste-box">
      <TextField
        multiline
        label={t('address.paste')}
        value={text}
        placeholder={t('address.pasteHint')}
        maxLength={LONGEST}
        onChange={setText}
      />
      <View className="paste-box__act">
        <Button kind="soft" size="small" disabled={text.trim() === ''} loading={reading} onClick={() => void readIn()}>
          {t('address.pasteRead')}
        </Button>
      </View>
    </View>
  )
}
