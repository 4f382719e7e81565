import { useState } from 'react';
import { ConfirmDialog } from '../../ui/AskDialog';
import { Actions, Button, LinkButton } from '../../ui/Button';
import { ComboBox } from '../../ui/ComboBox';
import { Dialog } from '../../ui/Dialog';
import { Explain } from '../../ui/Explain';
import { Menu } from '../../ui/Menu';
import { Section } from '../../ui/Page';
import { TOWNS } from './samples';

/** What is pressed, and what opens. */
export function ActionParts() {
  const [open, setOpen] = useState<'menu' | 'confirm' | null>(null);
  const [town, setTown] = useState<string | null>('aso');
  const [said, setSaid] = useState('');
  const close = () => setOpen(null);
  const items = [
    { id: 'move', label: '移動…', onAction: () => setOpen('menu') },
    { id: 'pin', label: '固定', onAction: () => setSaid('固定しました') },
    { id: 'hold', label: '保留', hint: '公開したあとは使えません', disabled: true, onAction: close },
    { id: 'drop', label: '割当を外す', danger: true, onAction: () => setOpen('confirm') },
  ];
  return (
    <>
      <Section title="ボタン" id="buttons">
        <Actions>
          <Button look="primary">送る</Button>
          <Button>下書きを保存</Button>
          <Button look="quiet">やめる</Button>
          <Button look="danger">取り下げる</Button>
          <Button look="primary" busy>
            送る
          </Button>
          <Button busy>保存</Button>
          <LinkButton to="/parts" size="small">
            ここへ
          </LinkButton>
          <Button size="small" aria-pressed="true">
            選んである
          </Button>
        </Actions>
      </Section>
      <Section title="メニューと説明" id="menus">
        <div className="flex flex-wrap items-center gap-4">
          <Menu label="操作" items={items} />
          <Menu label="五木村の操作" items={items} trigger="…" look="quiet" />
          <span>
            待ち日数 <Explain title="待ち日数">受付の日から、はじめての連絡までの日数です。</Explain>
          </span>
        </div>
        <p role="status">{said}</p>
      </Section>
      <Dialog title="移動先を選ぶ" open={open === 'menu'} onClose={close}>
        <div className="flex items-center gap-4">
          <Menu
            label="ほかの操作"
            items={[{ id: 'pin', label: '固定', onAction: () => setSaid('固定しました') }]}
          />
          <Explain title="空き">移動の時間を入れても間に合う半日です。</Explain>
        </div>
        <ComboBox label="移動先" options={TOWNS} value={town} onChange={setTown} />
        <Button look="primary" onClick={close}>
          決める
        </Button>
      </Dialog>
      <ConfirmDialog
        title="割当を外しますか"
        open={open === 'confirm'}
        onClose={close}
        confirm="外す"
        busy={false}
        refusal={null}
        onConfirm={close}
      >
        <p>依頼は未割当に戻ります。</p>
      </ConfirmDialog>
    </>
  );
}
