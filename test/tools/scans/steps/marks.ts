import type { Random } from '../../../support/random.ts'
import { boxOf, covered, inColour, inked, type PlacedWord, type ScanPage, type Step } from '../scan-page.ts'

const BALLPOINT = '#1b2f8a'

/**
 * The round red seal of the agency over the signature, or over the middle of the lower right where the page has none.
 * @param agency set round the star
 */
export const seal =
  (agency: string): Step =>
  async (page, random) => {
    const [x, y] = signaturePlace(page)
    return await inked(await inColour(page), sealDrawing(agency, x, y, page.dpi, random))
  }

/** A second impression over the date in the head. */
export const sealOverDate =
  (agency: string): Step =>
  async (page, random) => {
    const [x, y] = datePlace(page)
    return await inked(await inColour(page), sealDrawing(agency, x, y, page.dpi, random))
  }

/** Seals of agencies measure 36 mm (Thông tư 07/2010/TT-BCA). */
const sealDrawing = (agency: string, x: number, y: number, dpi: number, random: Random): string => {
  const radius = (18 / 25.4) * dpi
  const letters = [...agency.toUpperCase()]
  const arc = Math.min(300, letters.length * 13)
  const ring = letters
    .map((letter, i) => {
      const angle = -arc / 2 + (arc * (i + 0.5)) / letters.length
      return `<text transform="rotate(${angle}) translate(0 ${-0.76 * radius})" text-anchor="middle">${letter}</text>`
    })
    .join('')
  const star = Array.from({ length: 10 }, (_, i) => {
    const [r, a] = [(i % 2 ? 0.13 : 0.34) * radius, (i * Math.PI) / 5]
    return `${r * Math.sin(a)},${-r * Math.cos(a)}`
  }).join(' ')
  const gaps = Array.from({ length: 60 }, () => {
    const [r, a] = [radius * Math.sqrt(random.next()), random.between(0, 2 * Math.PI)]
    return `<circle cx="${r * Math.cos(a)}" cy="${r * Math.sin(a)}" r="${random.between(0.01, 0.05) * radius}" fill="#fff"/>`
  }).join('')
  return `<g transform="translate(${x} ${y}) rotate(${random.between(-12, 12)})" fill="#d8323c" font-family="Liberation Sans" font-weight="bold" font-size="${0.17 * radius}"><circle r="${0.97 * radius}" fill="none" stroke="#d8323c" stroke-width="${0.06 * radius}"/><circle r="${0.6 * radius}" fill="none" stroke="#d8323c" stroke-width="${0.02 * radius}"/>${ring}<polygon points="${star}"/>${gaps}</g>`
}

const center = (word: PlacedWord): [number, number] => {
  const [left, top, right, bottom] = boxOf(word)
  return [(left + right) / 2, (top + bottom) / 2]
}

/** Over the left third of the signer's block, as the rules ask. */
const signaturePlace = ({ words, width, height, dpi }: ScanPage): [number, number] => {
  const title = words.findLast(
    ({ text }, i) => /^(CHỦ|BỘ|GIÁM)$/.test(text) && /^(TỊCH|TRƯỞNG|ĐỐC)$/.test(words[i + 1]?.text ?? ''),
  )
  if (!title) return [0.62 * width, 0.8 * height]
  const [x, y] = center(title)
  return [x, y + 0.5 * dpi]
}

const datePlace = ({ words, width, height }: ScanPage): [number, number] => {
  const day = words.find(({ text }, i) => text === 'ngày' && words.slice(i, i + 6).some(w => w.text === 'tháng'))
  if (!day) return [0.68 * width, 0.12 * height]
  const [x, y] = center(day)
  return y < 0.3 * height ? [x + 0.03 * width, y] : [0.68 * width, 0.12 * height]
}

/** The clerk's rectangular stamp for incoming letters, with number and date written in, at the left of the head. */
export const incomingStamp =
  (colour = '#2b3fb0'): Step =>
  async (page, random) => {
    const unit = page.dpi / 25.4
    const written = (text: string, x: number, y: number) =>
      `<text x="${x}" y="${y}" font-family="Liberation Serif" font-style="italic" font-size="${5.5 * unit}" fill="${BALLPOINT}" stroke="none">${text}</text>`
    const number = Math.floor(random.between(100, 9999))
    const [day, month] = [Math.floor(random.between(1, 29)), Math.floor(random.between(1, 13))]
    const drawing = `<g transform="translate(${random.between(7, 12) * unit} ${random.between(33, 38) * unit}) scale(0.8) rotate(${random.between(-6, 4)})" fill="${colour}" stroke="${colour}" stroke-width="${0.4 * unit}" font-family="Liberation Sans" font-size="${3.6 * unit}"><rect width="${50 * unit}" height="${28 * unit}" fill="none"/><g stroke="none"><text x="${25 * unit}" y="${6 * unit}" text-anchor="middle" font-weight="bold">CÔNG VĂN ĐẾN</text><text x="${3 * unit}" y="${14 * unit}">Số: ...................</text><text x="${3 * unit}" y="${20 * unit}">Ngày: ...../...../.......</text><text x="${3 * unit}" y="${26 * unit}">Chuyển: .............</text>${written(String(number), 13 * unit, 13.4 * unit)}${written(`${day}/${month}`, 15 * unit, 19.4 * unit)}</g></g>`
    return await inked(await inColour(page), drawing)
  }

/** Handwriting in the margin, initials at the foot and a line under a sentence. */
export const scribble =
  (colour = BALLPOINT): Step =>
  async (page, random) => {
    const { width, height, dpi } = page
    const strokes = [
      hand(random, 0.03 * width, random.between(0.3, 0.6) * height, 0.09 * width, dpi, 3),
      hand(random, 0.62 * width, 0.93 * height, 0.1 * width, dpi, 1),
      hand(random, 0.92 * width, random.between(0.4, 0.8) * height, 0.06 * width, dpi, 2),
    ]
    const word = page.words[Math.floor(random.between(0.3, 0.7) * page.words.length)]
    if (word) {
      const [left, , , bottom] = boxOf(word)
      strokes.push(
        `M ${left} ${bottom + 0.02 * dpi} q ${0.5 * dpi} ${random.between(-6, 10)} ${1.2 * dpi} ${random.between(-4, 8)}`,
      )
    }
    const drawing = `<path d="${strokes.join(' ')}" fill="none" stroke="${colour}" stroke-width="${dpi / 60}" stroke-linecap="round" stroke-linejoin="round"/>`
    return await inked(page.channels === 3 || colour !== '#000' ? await inColour(page) : page, drawing)
  }

/** Loops and hooks that look like hurried letters, in lines. */
const hand = (random: Random, x: number, y: number, width: number, dpi: number, lines: number): string => {
  const size = dpi / 12
  return Array.from({ length: lines }, (_, line) => {
    let path = `M ${x} ${y + line * 2.6 * size}`
    for (let at = 0; at < width; at += random.between(0.35, 0.8) * size) {
      const up = random.between(0.3, 1.5) * size
      path += ` c ${random.between(-0.2, 0.8) * size} ${-up} ${random.between(0.2, 0.7) * size} ${-up} ${random.between(0.1, 0.5) * size} ${random.between(-0.2, 0.3) * size}`
    }
    return path
  }).join(' ')
}

/** The lid stood open: black along the edges, unevenly. @param millimetres how far it reaches in */
export const blackBorders =
  (millimetres: number): Step =>
  async (page, random) => {
    const { width: w, height: h, dpi } = page
    const reach = () => (random.between(0.3, 1) * millimetres * dpi) / 25.4
    const wedge = (points: string) => `<polygon points="${points}" fill="#0c0c0c"/>`
    return await covered(
      page,
      wedge(`0,0 ${reach()},0 ${reach()},${h} 0,${h}`) +
        wedge(`0,0 ${w},0 ${w},${reach()} 0,${reach()}`) +
        wedge(`${w},0 ${w},${h} ${w - reach()},${h} ${w - reach()},0`) +
        wedge(`0,${h} 0,${h - 0.4 * reach()} ${w},${h - reach()} ${w},${h}`),
    )
  }

/** Two holes of a filing punch in the left margin, 80 mm apart (ISO 838). */
export const punchedHoles = (): Step => async page => {
  const unit = page.dpi / 25.4
  const hole = (y: number) => `<circle cx="${12 * unit}" cy="${y}" r="${3 * unit}" fill="#151515"/>`
  return await covered(page, hole(page.height / 2 - 40 * unit) + hole(page.height / 2 + 40 * unit))
}

/** The sheet was folded across: a dark and a light line at some height. @param at share of the height */
export const foldLine =
  (at: number): Step =>
  async (page, random) => {
    const { width, dpi } = page
    const y = at * page.height
    const slope = random.between(-0.004, 0.004) * width
    const line = (dy: number, colour: string, size: number) =>
      `<path d="M 0 ${y + dy} L ${width} ${y + dy + slope}" stroke="${colour}" stroke-width="${size}"/>`
    const shadow = `<polygon points="0,${y} ${width},${y + slope} ${width},${y + slope + dpi / 8} 0,${y + dpi / 8}" fill="#000" fill-opacity="0.07"/>`
    return await covered(
      page,
      `${shadow}<g stroke-opacity="0.55">${line(0, '#555', dpi / 150)}${line(dpi / 90, '#fff', dpi / 150)}</g>`,
    )
  }
