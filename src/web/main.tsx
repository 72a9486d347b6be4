import { render } from 'preact'
import { App } from './app.tsx'
import { LanguageProvider } from './language.tsx'
import './styles/base.css'
import './styles/archive.css'
import './styles/document.css'
import './styles/flags.css'
import './styles/tables.css'
import './styles/print.css'

const root = document.getElementById('app')
if (root !== null) {
  render(
    <LanguageProvider>
      <App />
    </LanguageProvider>,
    root,
  )
}
