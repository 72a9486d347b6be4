import { availableParallelism } from 'node:os'
import { expect, test } from 'vitest'
import { readConfig, readLimits } from '../src/config.ts'
import { DEFAULT_LIMITS } from '../src/extract.ts'

const TOKEN = 'x'.repeat(24)

test('without variables the server is for this machine, with the documented defaults', () => {
  const expected = {
    host: '127.0.0.1',
    port: 8080,
    data: './data',
    database: null,
    originals: null,
    drafts: 'rules/drafts',
    token: null,
    limits: DEFAULT_LIMITS,
    reading: { readers: availableParallelism(), secondsPerDocument: 14_400, megabytesPerDocument: 4_096 },
    maxZipBytes: 4 * 2 ** 30,
    logLevel: 'info',
    metricsPort: null,
  }
  expect(readConfig({})).toEqual({ ok: true, config: expected })
  expect(readConfig({ PORT: '', TRICHLUC_DATA: '' })).toEqual({ ok: true, config: expected })
})

test('every variable is read', () => {
  expect(
    readConfig({
      HOST: '0.0.0.0',
      PORT: '0',
      TRICHLUC_DATA: '/srv/data',
      TRICHLUC_METRICS_PORT: '9090',
      DATABASE_URL: 'postgres://u:p@db:5432/archive',
      TRICHLUC_ORIGINALS: '/srv/originals',
      TRICHLUC_DRAFTS: '/srv/drafts',
      TRICHLUC_TOKEN: TOKEN,
      TRICHLUC_MAX_BYTES: '1000',
      TRICHLUC_MAX_ZIP_BYTES: '9000',
      TRICHLUC_MAX_PAGES: '10',
      TRICHLUC_MAX_CHARACTERS: '100',
      TRICHLUC_OCR: 'embedded',
      TRICHLUC_OCR_WORKERS: '3',
      TRICHLUC_OCR_SECONDS: '30',
      TRICHLUC_OCR_DOCUMENT_SECONDS: '600',
      TRICHLUC_MAX_PIXELS: '1000000',
      TRICHLUC_READERS: '3',
      TRICHLUC_DOCUMENT_SECONDS: '900',
      TRICHLUC_DOCUMENT_MEGABYTES: '1024',
      LOG_LEVEL: 'debug',
      PATH: '/bin',
    }),
  ).toEqual({
    ok: true,
    config: {
      host: '0.0.0.0',
      port: 0,
      data: '/srv/data',
      database: 'postgres://u:p@db:5432/archive',
      originals: '/srv/originals',
      drafts: '/srv/drafts',
      token: TOKEN,
      limits: {
        maxBytes: 1000,
        maxPages: 10,
        maxCharacters: 100,
        ocr: { engine: 'embedded', workers: 3, secondsPerPage: 30, secondsPerDocument: 600, maxPixels: 1_000_000 },
      },
      reading: { readers: 3, secondsPerDocument: 900, megabytesPerDocument: 1024 },
      maxZipBytes: 9000,
      logLevel: 'debug',
      metricsPort: 9090,
    },
  })
})

test('all bad variables are named at once, with what was found and what was expected', () => {
  expect(
    readConfig({
      PORT: '80x',
      LOG_LEVEL: 'loud',
      TRICHLUC_MAX_BYTES: '-1',
      TRICHLUC_TOKEN: 'short',
      TRICHLUC_COLOUR: 'red',
    }),
  ).toEqual({
    ok: false,
    problems: [
      {
        code: 'bad-configuration',
        details: { variable: 'PORT', found: '"80x"', vi: 'một cổng, 0 đến 65535', en: 'a port, 0 to 65535' },
      },
      {
        code: 'bad-configuration',
        details: {
          variable: 'TRICHLUC_TOKEN',
          found: '*****',
          vi: 'từ 24 ký tự ASCII trở lên, không có dấu cách',
          en: '24 printable ASCII characters or more, without spaces',
        },
      },
      {
        code: 'bad-configuration',
        details: {
          variable: 'TRICHLUC_MAX_BYTES',
          found: '"-1"',
          vi: 'số byte, 1 đến 2147483648',
          en: 'a number of bytes, 1 to 2147483648',
        },
      },
      {
        code: 'bad-configuration',
        details: {
          variable: 'LOG_LEVEL',
          found: '"loud"',
          vi: 'một trong fatal, error, warn, info, debug, trace, silent',
          en: 'one of fatal, error, warn, info, debug, trace, silent',
        },
      },
      {
        code: 'unknown-variable',
        details: {
          variable: 'TRICHLUC_COLOUR',
          known:
            'TRICHLUC_METRICS_PORT, TRICHLUC_DATA, TRICHLUC_ORIGINALS, TRICHLUC_DRAFTS, TRICHLUC_TOKEN, TRICHLUC_MAX_BYTES, TRICHLUC_MAX_ZIP_BYTES, TRICHLUC_MAX_PAGES, TRICHLUC_MAX_CHARACTERS, TRICHLUC_OCR, TRICHLUC_OCR_WORKERS, TRICHLUC_OCR_SECONDS, TRICHLUC_OCR_DOCUMENT_SECONDS, TRICHLUC_MAX_PIXELS, TRICHLUC_READERS, TRICHLUC_DOCUMENT_SECONDS, TRICHLUC_DOCUMENT_MEGABYTES',
        },
      },
    ],
  })
})

test.each(['0.0.0.0', '::', '192.168.1.5', 'archive.example', '127.0.0.1.example'])(
  'bound to %s the server starts with a token only',
  host => {
    expect(readConfig({ HOST: host })).toEqual({
      ok: false,
      problems: [{ code: 'token-needed', details: { host, length: 24 } }],
    })
    expect(readConfig({ HOST: host, TRICHLUC_TOKEN: TOKEN }).ok).toBe(true)
  },
)

test.each(['127.0.0.1', '127.0.1.1', 'localhost', '::1'])('bound to %s it needs none', host => {
  expect(readConfig({ HOST: host }).ok).toBe(true)
})

test('the limits can be read without the rest', () => {
  expect(readLimits({ HOST: '0.0.0.0', TRICHLUC_MAX_PAGES: '3' })).toEqual({
    ok: true,
    limits: { ...DEFAULT_LIMITS, maxPages: 3 },
  })
  expect(readLimits({ TRICHLUC_MAX_PAGES: 'many' }).ok).toBe(false)
})

test('a bad address of the database is not printed: it may hold a password', () => {
  const result = readConfig({ DATABASE_URL: 'mysql://u:secret@db/archive' })
  expect(result).toMatchObject({ ok: false, problems: [{ code: 'bad-configuration' }] })
  expect(JSON.stringify(result)).not.toContain('secret')
})

test('a folder of originals without a database is a mistake', () => {
  expect(readConfig({ TRICHLUC_ORIGINALS: '/srv/originals' })).toEqual({
    ok: false,
    problems: [{ code: 'originals-without-database', details: {} }],
  })
})
