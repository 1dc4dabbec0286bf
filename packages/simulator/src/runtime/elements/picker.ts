import type { Kind } from './base'
import { REGIONS } from './regions'

type Option = string | number | Record<string, unknown>

/** `<picker>`: selector, multiSelector, date, time and region, in a sheet of wheels. */
export const picker: Kind = (Base) =>
  class extends Base {
    connectedCallback() {
      this.onclick = () => {
        if (!this.on('disabled')) this.open()
      }
    }

    private async open() {
      const mode = this.get('mode', 'selector')
      if (mode === 'date' || mode === 'time') return this.openMoment(mode)
      if (mode === 'region') return this.openRegion()
      const range = this.get<Option[] | Option[][]>('range', [])
      const columns = mode === 'multiSelector' ? (range as Option[][]) : [range as Option[]]
      const value = this.get<unknown>('value', 0)
      const start = columns.map((_, i) => Number(Array.isArray(value) ? (value[i] ?? 0) : value) || 0)
      const picked = await this.view.host.phone.sheets.wheels({
        title: this.get('header-text', ''),
        columns: columns.map((column) => column.map((option) => this.label(option))),
        value: start,
        onColumn: (column, index) => {
          this.emit('columnchange', { column, value: index })
          const now = this.get<Option[][]>('range', [])
          return mode === 'multiSelector' ? now.map((options) => options.map((option) => this.label(option))) : null
        },
      })
      if (!picked) return this.emit('cancel')
      this.emit('change', { value: mode === 'multiSelector' ? picked : picked[0] })
    }

    private label(option: Option): string {
      return String(typeof option === 'object' ? (option[this.get('range-key', '')] ?? '') : option)
    }

    private async openMoment(mode: 'date' | 'time') {
      const fields = this.get('fields', 'day')
      const picked = await this.view.host.phone.sheets.moment({
        type: mode === 'time' ? 'time' : fields === 'day' ? 'date' : 'month',
        value: this.get('value', ''),
        start: this.get('start', ''),
        end: this.get('end', ''),
      })
      if (picked === null) return this.emit('cancel')
      this.emit('change', { value: fields === 'year' ? picked.slice(0, 4) : picked })
    }

    private async openRegion() {
      const current = this.get<string[]>('value', [])
      const names = (list: { name: string }[]) => list.map(({ name }) => name)
      let chosen = [0, 0, 0]
      const at = (list: { name: string }[], name: string | undefined) =>
        Math.max(
          0,
          list.findIndex((one) => one.name === name),
        )
      chosen[0] = at(REGIONS, current[0])
      chosen[1] = at(REGIONS[chosen[0]!]!.cities, current[1])
      chosen[2] = Math.max(0, REGIONS[chosen[0]!]!.cities[chosen[1]!]!.districts.indexOf(current[2] ?? ''))
      const columns = () => {
        const province = REGIONS[chosen[0]!]!
        const city = province.cities[chosen[1]!] ?? province.cities[0]!
        return [names(REGIONS), names(province.cities), city.districts]
      }
      const picked = await this.view.host.phone.sheets.wheels({
        title: this.get('header-text', ''),
        columns: columns(),
        value: chosen,
        onColumn: (column, index) => {
          chosen = chosen.map((value, i) => (i === column ? index : i > column ? 0 : value))
          return columns()
        },
      })
      if (!picked) return this.emit('cancel')
      chosen = picked
      const value = columns().map((column, i) => column[picked[i]!] ?? '')
      this.emit('change', { value, code: [], postcode: '' })
    }
  }
