/**
 * On whose behalf a request is made. There is one user today; accounts and roles come as further fields, and the hook
 * `authenticate` stays the only place that makes one.
 */
export interface Principal {
  readonly via: 'loopback' | 'bearer' | 'session'
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `authenticate` before any handler runs; null on public routes only. */
    principal: Principal | null
  }
  interface FastifyContextConfig {
    /** Answered without a token. */
    public?: boolean
  }
}
