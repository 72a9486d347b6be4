import { expect, test } from 'vitest'
import { WayBack } from '../../../src/web/review/way-back.ts'
import { FORGETFUL, openTab } from './tab.ts'

test('the way back leads through the documents that one has gone on from, the last first', () => {
  const way = new WayBack(openTab())
  expect(way.documents).toEqual([])
  for (const each of ['a', 'b', 'c']) way.goneOnFrom(each)
  expect(way.documents).toEqual(['a', 'b', 'c'])
  way.backAt('c')
  expect(way.documents).toEqual(['a', 'b'])
  way.backAt('a')
  expect(way.documents).toEqual([])
})

test('the way is the tab’s, whoever asks, and each document stands on it once', () => {
  const tab = openTab()
  for (const each of ['a', 'b', 'a']) new WayBack(tab).goneOnFrom(each)
  expect(new WayBack(tab).documents).toEqual(['b', 'a'])
})

test('where nothing can be remembered, or something else was, there is no way back', () => {
  const way = new WayBack(FORGETFUL)
  way.goneOnFrom('a')
  expect(way.documents).toEqual([])
  const tab = openTab()
  tab.remember('trichluc.way', '{')
  expect(new WayBack(tab).documents).toEqual([])
})
