import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useLocale } from '../../../i18n'
import { Button, Icon, TextField } from '../../../ui'
import type { FapiaoForm, FapiaoProblem } from '../fapiao-form'
import './TitleFields.scss'

export interface TitleFieldsProps {
  form: FapiaoForm
  problems: readonly FapiaoProblem[]
  onChange: (changed: Partial<FapiaoForm>) => void
  onImport: () => void
}

const MORE = [
  ['companyAddress', 'checkout.companyAddress', 200],
  ['phone', 'checkout.companyPhone', 30],
  ['bankName', 'checkout.bankName', 100],
  ['bankAccount', 'checkout.bankAccount', 50],
] as const

/** Who it is made out to, and where it goes: by hand, or from WeChat. */
export function TitleFields({ form, problems, onChange, onImport }: TitleFieldsProps) {
  const { t } = useLocale()
  const company = form.kind === 'company'
  return (
    <>
      <View
        className="title-fields__import"
        hoverClass="x-pressed"
        ariaRole="button"
        ariaLabel={t('checkout.fapiaoFromWechat')}
        onClick={onImport}
      >
        <Icon name="receipt-text" size={16} />
        <Text className="title-fields__import-words">{t('checkout.fapiaoFromWechat')}</Text>
        <Icon name="chevron-right" size={16} />
      </View>
      <TextField
        label={t(company ? 'checkout.fapiaoTitleCompany' : 'checkout.fapiaoTitlePersonal')}
        value={form.title}
        maxLength={100}
        error={problems.includes('title') ? t('checkout.fapiaoTitleMissing') : undefined}
        onChange={(title) => onChange({ title })}
      />
      {company && (
        <TextField
          label={t('checkout.taxNumber')}
          value={form.taxNumber}
          placeholder={t('checkout.taxNumberHint')}
          maxLength={30}
          error={problems.includes('taxNumber') ? t('checkout.taxNumberWrong') : undefined}
          onChange={(taxNumber) => onChange({ taxNumber })}
        />
      )}
      <TextField
        label={t('checkout.email')}
        value={form.email}
        maxLength={100}
        error={problems.includes('email') ? t('checkout.emailWrong') : undefined}
        onChange={(email) => onChange({ email })}
      />
      {company && <MoreFields form={form} onChange={onChange} />}
    </>
  )
}

/** What a special VAT fapiao asks for besides; most shoppers never open it. */
function MoreFields({ form, onChange }: Pick<TitleFieldsProps, 'form' | 'onChange'>) {
  const { t } = useLocale()
  const [asked, setAsked] = useState(false)
  if (!asked && !MORE.some(([name]) => form[name]))
    return (
      <Button kind="plain" size="small" className="title-fields__more" onClick={() => setAsked(true)}>
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
