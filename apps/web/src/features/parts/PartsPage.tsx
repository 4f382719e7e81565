import { DoneProvider } from '../../ui/Done';
import { Page } from '../../ui/Page';
import { ActionParts } from './ActionParts';
import { FieldParts } from './FieldParts';
import { ShownParts } from './ShownParts';

/** Every part of the screens with its states, for who makes and tries them. It asks the server nothing. */
export function PartsPage() {
  return (
    <main lang="ja" tabIndex={-1} className="mx-auto max-w-7xl px-4 py-8 sm:px-6">
      <DoneProvider>
        <Page
          title="画面の部品"
          lead="色・キーボード・印刷・拡大で、部品ごとの見え方を確かめるための画面です。"
        >
          <ActionParts />
          <FieldParts />
          <ShownParts />
        </Page>
      </DoneProvider>
    </main>
  );
}
