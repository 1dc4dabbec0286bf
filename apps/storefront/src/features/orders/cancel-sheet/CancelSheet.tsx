import type { CancelOrder, CancelReason } from '@xiaopu/contract'
import { useState } from 'react'
import { useLocale } from '../../../i18n'
import { Button, ButtonRow, Chip, Chips, Sheet, TextField } from '../../../ui'
import { toast } from '../../../wechat'
import './CancelSheet.scss'

export interface CancelSheetProps {
  open: boolean
  /** It is being cancelled. */
  busy: boolean
  onClose: () => void
  onDone: (said: CancelOrder) => void
}

const REASONS: readonly CancelReason[] = ['changed_mind', 'wrong_goods', 'wrong_address', 'price', 'payment', 'other']

/** Why the order is cancelled: one reason, and a few words for who has some. */
export function CancelSheet({ open, busy, onClose, onDone }: CancelSheetProps) {
  const { t } = useLocale()
  const [reason, setReason] = useState<CancelReason | null>(null)
  const [words, setWords] = useState('')
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t('care.why')}
      footer={
        <ButtonRow>
          <Button kind="outline" onClick={onClose}>
            {t('orders.cancelNo')}
          </Button>
          <Button
            loading={busy}
            onClick={() => (reason ? onDone({ reason, words: words.trim() }) : toast(t('care.reasonMissing')))}
          >
            {t('orders.cancelYes')}
          </Button>
        </ButtonRow>
      }
    >
      <Chips>
        {REASONS.map((one) => (
          <Chip key={one} chosen={reason === one} onClick={() => setReason(one)}>
            {t(`care.reason_${one}`)}
          </Chip>
        ))}
      </Chips>
      <TextField
        className="cancel-sheet__words"
        label={t('care.words')}
        value={words}
        maxLength={100}
        multiline
        onChange={setWords}
      />
    </Sheet>
  )
}
