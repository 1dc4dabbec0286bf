import { Text, View } from '@tarojs/components'
import type { FapiaoRequest } from '@xiaopu/contract'
import { useState } from 'react'
import { useLocale } from '../../../i18n'
import { Button, ButtonRow, Chip, Chips, Icon, Sheet, TextField } from '../../../ui'
import type { FapiaoForm, FapiaoKind } from '../fapiao-form'
import { useFapiaoForm } from '../use-fapiao-form'
import './FapiaoSheet.scss'

export interface FapiaoSheetProps {
  open: boolean
  fapiao: FapiaoRequest | null
  onClose: () => void
  onDone: (fapiao: FapiaoRequest | null) => void
}

const KINDS: readonly FapiaoKind[] = ['none', 'personal', 'company']
const NAMES = {
  none: 'checkout.fapiaoNone',
  personal: 'checkout.fapiaoPersonal',
  company: 'checkout.fapiaoCompany',
} as const
const MORE = [
  ['companyAddress', 'checkout.companyAddress', 200],
  ['phone', 'checkout.companyPhone', 30],
  ['bankName', 'checkout.bankName', 100],
  ['bankAccount', 'checkout.bankAccount', 50],
] as const

/** Who the fapiao is made out to: nobody, a person or a company. */
export function FapiaoSheet({ open, fapiao, onClose, onDone }: FapiaoSheetProps) {
  const { t } = useLocale()
  const { form, problems, change, importFromWechat, done, clear } = useFapiaoForm(open, fapiao, onDone)
  const company = form.kind === 'company'
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t('checkout.fapiao')}
      footer={
        <ButtonRow>
          {fapiao && (
            <Button kind="outline" onClick={clear}>
              {t('checkout.clear')}
            </Button>
          )}
          <Button onClick={done}>{t('checkout.done')}</Button>
        </ButtonRow>
      }
    >
      <Chips>
        {KINDS.map((kind) => (
          <Chip key={kind} chosen={form.kind === kind} onClick={() => change({ kind })}>
            {t(NAMES[kind])}
          </Chip>
        ))}
      </Chips>
      {form.kind !== 'none' && (
        <View className="fapiao-sheet__fields">
          <View
            className="fapiao-sheet__import"
            hoverClass="x-pressed"
            ariaRole="button"
            ariaLabel={t('checkout.fapiaoFromWechat')}
            onClick={() => void importFromWechat()}
          >
            <Icon name="receipt-text" size={16} />
            <Text className="fapiao-sheet__import-words">{t('checkout.fapiaoFromWechat')}</Text>
            <Icon name="chevron-right" size={16} />
          </View>
          <TextField
            label={t(company ? 'checkout.fapiaoTitleCompany' : 'checkout.fapiaoTitlePersonal')}
            value={form.title}
            maxLength={100}
            error={problems.includes('title') ? t('checkout.fapiaoTitleMissing') : undefined}
            onChange={(title) => change({ title })}
          />
          {company && (
            <TextField
              label={t('checkout.taxNumber')}
              value={form.taxNumber}
              placeholder={t('checkout.taxNumberHint')}
              maxLength={30}
              error={problems.includes('taxNumber') ? t('checkout.taxNumberWrong') : undefined}
              onChange={(taxNumber) => change({ taxNumber })}
            />
          )}
          <TextField
            label={t('checkout.email')}
            value={form.email}
            maxLength={100}
            error={problems.includes('email') ? t('checkout.emailWrong') : undefined}
            onChange={(email) => change({ email })}
          />
          {company && <MoreFields form={form} onChange={change} />}
        </View>
      )}
    </Sheet>
  )
}

/** What a special VAT fapiao asks for besides; most shoppers never open it. */
function MoreFields({ form, onChange }: { form: FapiaoForm; onChange: (changed: Partial<FapiaoForm>) => void }) {
  const { t } = useLocale()
  const [asked, setAsked] = useState(false)
  if (!asked && !MORE.some(([name]) => form[name]))
    return (
      <Button kind="plain" size="small" className="fapiao-sheet__more" onClick={() => setAsked(true)}>
        {t('checkout.moreFields')}
      </Button>
    )
  return (
    <>
      {MORE.map(([name, label, maxLength]) => (
        <TextField
          key={name}
          label={t(label)}
          value={form[name]}
          maxLength={maxLength}
          onChange={(value) => onChange({ [name]: value })}
        />
      ))}
    </>
  )
}
