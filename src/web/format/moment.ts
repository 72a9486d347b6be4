import type { Language } from '../../contract/index.ts'

const LOCALE: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' }

const DAY = { day: 'numeric', month: 'numeric', year: 'numeric' } as const
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** @param timeZone the browser’s own where it is not given */
const written =
  (parts: Intl.DateTimeFormatOptions) =>
  (when: string, language: Language, timeZone?: string): string =>
    new Intl.DateTimeFormat(LOCALE[language], { ...parts, timeZone }).format(new Date(when))

/** A moment: `14:05 26/11/2026`. */
export const formatMoment = written({ ...DAY, ...TIME })

/** The day of a moment, which before seven in the morning is another one in Vietnam than in Greenwich: `26/11/2026`. */
export const formatDay = written(DAY)

/** The time of a moment that is near: `14:05`. */
export const formatTime = written(TIME)
