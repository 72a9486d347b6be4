import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { ProblemDetails } from '../../../src/http/schemas.ts'
import { problem } from '../../../src/problem.ts'
import { problemDetails, StubArchive } from './archive.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

const send = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
const refuse = (response: ServerResponse, details: ProblemDetails): void => send(response, details.status, details)

const filesOf = async (request: IncomingMessage): Promise<File[]> => {
  const headers = { 'content-type': request.headers['content-type'] ?? '' }
  const form = await new Response(await buffer(request), { headers }).formData()
  return [...form.values()].filter(value => typeof value !== 'string')
}

/** Answers as the product does, at the same addresses and under the same content security policy. */
export class StubServer {
  archive = new StubArchive()
  readonly #pages: string
  readonly #server: Server

  /** @param pages the folder of the built pages */
  constructor(pages: string) {
    this.#pages = pages
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error))
      })
    })
  }

  /** @returns the address of the running server */
  async start(): Promise<string> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  stop(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://stub')
    if (!url.pathname.startsWith('/v1/')) return this.#page(url.pathname, response)
    const [, , collection, id, part] = url.pathname.split('/')
    const upload = request.method === 'POST'
    if (collection === 'samples') {
      return send(response, 200, upload ? { documents: this.archive.loadSamples() } : this.archive.samples())
    }
    if (collection === 'codes') return send(response, 200, { indicators: [], areas: [], provinces: [] })
    if (collection === 'facets') return send(response, 200, this.archive.facets())
    if (id === undefined) {
      return upload ? this.#upload(request, response) : send(response, 200, this.archive.list(url.searchParams))
    }
    const found = this.#part(id, part)
    if (found === undefined) return refuse(response, problemDetails(problem('not-found', { id })))
    return send(response, 200, found)
  }

  #part(id: string, part: string | undefined): unknown {
    if (part === 'extraction') return this.archive.extraction(id)
    return part === 'records' ? this.archive.records(id) : this.archive.document(id)
  }

  async #upload(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const outcomes = []
    for (const file of await filesOf(request)) {
      outcomes.push(this.archive.store(file.name, Buffer.from(await file.arrayBuffer())))
    }
    const [first] = outcomes
    if (first?.outcome === 'refused') return refuse(response, first.problem)
    return send(response, 201, { documents: outcomes })
  }

  async #page(path: string, response: ServerResponse): Promise<void> {
    const file = extname(path) === '' ? '/index.html' : path
    const body = await readFile(join(this.#pages, file))
    const type = TYPES[extname(file)] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': type, 'content-security-policy': "default-src 'self'" }).end(body)
  }
}
