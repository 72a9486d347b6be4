import { render } from 'preact'
import { App } from './app.tsx'
import { LanguageProvider } from './language.tsx'
import { ReviewerProvider } from './reviewer/reviewer.tsx'
import { UploadsProvider } from './upload/uploads.tsx'
import './styles/colours.css'
import './styles/base.css'
import './styles/frame.css'
import './styles/parts.css'
import './styles/archive.css'
import './styles/backfills.css'
import './styles/desk.css'
import './styles/workspace.css'
import './styles/text.css'
import './styles/records.css'
import './styles/workspace-narrow.css'
import './styles/record-columns.css'
import './styles/flags.css'
import './styles/review.css'
import './styles/header.css'
import './styles/tables.css'
import './styles/sheets.css'
import './styles/dashboard.css'
import './styles/draft.css'
import './styles/narrow.css'
import './styles/print.css'

const root = document.getElementById('app')
if (root !== null) {
  render(
    <LanguageProvider>
      <ReviewerProvider>
        <UploadsProvider>
          <App />
        </UploadsProvider>
      </ReviewerProvider>
    </LanguageProvider>,
    root,
  )
}
