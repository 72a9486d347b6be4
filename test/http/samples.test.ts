import { expect, test } from 'vitest'
import { SampleList, UploadAnswer } from '../../src/http/schemas.ts'
import { openApp } from './support.ts'

test('the samples can be loaded with one request, and again without harm', async () => {
  const { app, archive } = await openApp()
  const before = SampleList.parse((await app.inject('/v1/samples')).json())
  expect(before.samples).toHaveLength(5)
  expect(before.samples.map(sample => sample.document)).toEqual([null, null, null, null, null])
  expect(before.samples[2]).toMatchObject({
    name: 'lang-son-2020.txt',
    title: 'Kế hoạch phát triển kinh tế tập thể năm 2020 tỉnh Lạng Sơn',
  })

  const loaded = await app.inject({ method: 'POST', url: '/v1/samples' })
  expect(loaded.statusCode).toBe(201)
  const ids = UploadAnswer.parse(loaded.json()).documents.map(each => each.outcome === 'stored' && each.document.id)
  const after = SampleList.parse((await app.inject('/v1/samples')).json())
  expect(after.samples.map(sample => sample.document)).toEqual(ids)
  expect((await app.inject({ method: 'POST', url: '/v1/samples' })).statusCode).toBe(200)
  expect((await archive.list({}, null, 10)).total).toBe(5)
})
