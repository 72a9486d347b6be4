import { useAddress } from './router.tsx'
import { ROUTES } from './routes.tsx'
import { LostPage } from './ui/lost-page.tsx'
import { TopBar } from './ui/top-bar.tsx'

export function App() {
  const address = useAddress()
  const route = ROUTES.find(({ path }) => path.test(address.path))
  return (
    <>
      <TopBar path={address.path} />
      {route === undefined ? <LostPage /> : route.page(route.path.exec(address.path)?.[1] ?? '', address)}
    </>
  )
}
