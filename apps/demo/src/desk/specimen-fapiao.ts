/** What stands on it. */
export interface SpecimenFapiao {
  number: string
  title: string
  taxNumber: string | null
  orderNumber: string
  /** fen */
  total: number
  /** As it is to be read: 2026-11-23. */
  date: string
}

/** As PDF writes text of any script: UTF-16, in hexadecimal digits. */
const hex = (text: string) =>
  `<${[...Buffer.from(text, 'utf16le').swap16()].map((byte) => byte.toString(16).padStart(2, '0')).join('')}>`

/**
 * A page to be handed over where nobody has a real one, which says so itself. The reader brings the font: one of those that
 * every PDF reader has for Chinese.
 */
export function specimenFapiao({ number, title, taxNumber, orderNumber, total, date }: SpecimenFapiao): Buffer {
  const lines: [size: number, y: number, text: string][] = [
    [20, 350, '电子发票（普通发票）'],
    [12, 322, '样张 SPECIMEN：演示用，不能报销'],
    [12, 280, `发票号码：${number}`],
    [12, 258, `开票日期：${date}`],
    [12, 224, `购买方：${title}`],
    ...(taxNumber ? ([[12, 202, `纳税人识别号：${taxNumber}`]] as [number, number, string][]) : []),
    [12, 168, `订单：${orderNumber}`],
    [16, 134, `价税合计：¥${(total / 100).toFixed(2)}`],
  ]
  const drawn = lines.map(([size, y, text]) => `BT /F1 ${size} Tf 40 ${y} Td ${hex(text)} Tj ET`).join('\n')
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 400] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo 7 0 R /FontDescriptor 8 0 R >>',
    '<< /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 850 /Descent -150 /CapHeight 700 /StemV 80 >>',
  ])
}

/** The objects, numbered from 1, with the table of where each begins. */
function pdfOf(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n'
  const starts = objects.map((object, place) => {
    const start = text.length
    text += `${place + 1} 0 obj\n${object}\nendobj\n`
    return String(start).padStart(10, '0')
  })
  const table = starts.map((start) => `${start} 00000 n \n`).join('')
  const size = objects.length + 1
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(`${text}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`, 'latin1')
}
