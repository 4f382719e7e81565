import { FixedClock, type HubStaff, type MunicipalityStaff, type SpecialistUser } from '@banso/kernel';
import { ConflictService, ConsultationAnswerService, SelectionService } from '@banso/support';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Calendar, THEME } from '../../libs/dispatch/test/given-calendar.js';
import { clerk, expert, hub } from '../people.js';
import { DESK, PHONE, type Visitor } from './browser.js';
import { MINUTE, Stage } from './stage.js';

const VENDOR = '株式会社せとデータ';

describe(`a conflict of interest, queue on ${process.env['BANSO_TEST_QUEUE'] ?? 'postgres'}`, () => {
  const stage = Stage.forSpecs();
  let staff: HubStaff & { loginId: string };
  let clerkOfKure: MunicipalityStaff & { loginId: string };
  let she: SpecialistUser & { loginId: string };
  let he: SpecialistUser & { loginId: string };
  let third: SpecialistUser & { loginId: string };
  const clock = new FixedClock(new Date());

  beforeAll(async () => {
    const { db } = stage.system.database;
    staff = await hub(db);
    clerkOfKure = await clerk(db);
    she = await expert(db, staff, { themes: [THEME] });
    he = await expert(db, staff, { themes: [THEME] });
    third = await expert(db, staff, { themes: [THEME] });
  }, 2 * MINUTE);

  const signedIn = async ({ loginId }: { loginId: string }, viewport = DESK): Promise<Visitor> => {
    const one = await stage.visitor(viewport);
    await one.signIn(loginId);
    return one;
  };

  /** A request that lies with her for an answer. */
  const offeredToHer = async (): Promise<string> => {
    const { db } = stage.system.database;
    const { id } = await new Calendar(db, clock).request(clerkOfKure, staff, { entrustSelection: false });
    const selection = new SelectionService(db, clock);
    const people = [she.specialistId, he.specialistId];
    await selection.shortlist(staff, id, people);
    await selection.rank(clerkOfKure, id, people);
    return id;
  };

  const fits = async ({ page, axe }: Visitor): Promise<void> => {
    expect(await axe()).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBe(0);
  };

  it(
    'shuts her out of a case whose vendor is a firm of hers, and says why',
    async () => {
      const id = await offeredToHer();
      const phone = await signedIn(she, PHONE);
      await phone.page.goto(`/requests/${id}`);
      await phone.page.getByRole('heading', { name: '広報LINEを見直したい' }).waitFor();
      await phone.page.goto('/firms');
      await phone.page.getByLabel(/^事業者名/).fill('㈱せとデータ');
      await phone.page.getByRole('button', { name: '事業者を登録する' }).click();
      await phone.page.getByText('㈱せとデータを登録し、利益相反を確認しました。').waitFor();
      await phone.page.getByRole('cell', { name: '本人の届出' }).waitFor();
      await fits(phone);

      const town = await signedIn(clerkOfKure);
      await town.page.goto(`/requests/${id}`);
      await town.page.getByText('調達と利益相反', { exact: true }).click();
      await town.page.getByRole('button', { name: '調達の状況を入力する' }).click();
      const phase = town.page.getByLabel(/^調達の段階/);
      expect(await town.page.evaluate('document.activeElement.getAttribute("name")')).toBe('phase');
      await phase.selectOption({ label: '仕様書の作成' });
      await town.page.getByLabel(/^関係事業者/).fill(`${VENDOR}\nべつの会社, 7000012050003`);
      await town.page.getByRole('button', { name: '調達の状況を保存する' }).click();
      await town.page.getByRole('link', { name: /検査数字/ }).waitFor();
      await fits(town);
      await town.page.getByLabel(/^関係事業者/).fill(`${VENDOR}\nべつの会社, 7000012050002`);
      await town.page.getByRole('button', { name: '調達の状況を保存する' }).click();
      await town.page.getByText('調達の状況を保存し、利益相反を確認しました。').waitFor();

      await phone.page.goto(`/requests/${id}`);
      await phone.page.getByText(/見つかりません/).waitFor();
      expect(await phone.page.getByText('広報LINEを見直したい').count()).toBe(0);
      await fits(phone);

      const desk = await signedIn(staff);
      await desk.page.goto(`/requests/${id}`);
      const reason = new RegExp(`専門 \\d+さんと関わりのある「${VENDOR}」.*利益相反`);
      await desk.page.getByRole('cell', { name: reason }).waitFor();
      await fits(desk);
      await desk.page.goto(`/specialists/${she.specialistId}`);
      await desk.page.getByRole('cell', { name: '本人の届出' }).waitFor();
      await desk.page.getByRole('button', { name: '㈱せとデータの登録を取り消す' }).waitFor();
      await fits(desk);
      for (const one of [phone, town, desk]) expect(one.troubles).toEqual([]);
    },
    2 * MINUTE,
  );

  it(
    'is said in the first form of a request, and work that he may not have stays when hers goes to him',
    async () => {
      const { db } = stage.system.database;
      const town = await signedIn(clerkOfKure);
      await town.page.goto('/requests/new');
      await town.page.getByText('そのほか（このままでも送れます）').click();
      await town.page.getByRole('button', { name: '調達に関わる依頼なので、関係事業者を書く' }).click();
      await town.page.getByLabel(/^調達の段階/).selectOption({ label: '公告・入札' });
      await town.page.getByLabel(/^関係事業者/).fill('かぜシステム');
      await town.page.getByText('何を頼めばよいか分からない').click();
      await fits(town);
      await town.page.getByText(/下書きを保存しました/).waitFor();
      await town.page.waitForURL(/draft=/);
      await town.page.getByText('かぜシステム').first().waitFor();
      await fits(town);

      const selection = new SelectionService(db, clock);
      const named = async (): Promise<string> => {
        const { id } = await new Calendar(db, clock).request(clerkOfKure, staff, { entrustSelection: false });
        await selection.shortlist(staff, id, [third.specialistId]);
        await selection.rank(clerkOfKure, id, [third.specialistId]);
        await selection.answerOffer(third, id, { accept: true });
        await selection.approveDispatch(staff, id);
        return id;
      };
      const [free, bought] = [await named(), await named()];
      const conflicts = new ConflictService(db, clock);
      const vendors = [{ name: 'やまネット', corporateNumber: null }];
      await conflicts.setProcurement(clerkOfKure, bought, { version: 0, phase: 'BIDDING', vendors });
      const tie = { relation: 'EMPLOYER' as const, name: 'やまネット', source: '誓約書' };
      await conflicts.recordFirm(staff, { ...tie, specialistId: he.specialistId });
      const desk = await signedIn(staff);
      await desk.page.goto(`/specialists/${third.specialistId}`);
      await desk.page.getByRole('link', { name: '担当を引き継ぐ' }).click();
      await desk.page.getByLabel(/^引き継ぐ人/).selectOption(he.specialistId);
      await desk.page.getByRole('cell', { name: /やまネット.*利益相反/ }).waitFor();
      await fits(desk);
      await desk.page.getByLabel(/^理由/).fill('3月で退任');
      await desk.page.getByRole('button', { name: '1件を引き継ぐ' }).click();
      await desk.page.getByText('1件を引き継ぎました。').waitFor();
      await desk.page.goto(`/requests/${free}`);
      await desk.page.getByText('3月で退任').first().waitFor();
      for (const one of [town, desk]) expect(one.troubles).toEqual([]);
    },
    2 * MINUTE,
  );

  it(
    'leaves a note for the town to print when he answers about a specification',
    async () => {
      const { db } = stage.system.database;
      const town = await signedIn(clerkOfKure);
      await town.page.goto('/consultations/new');
      await town.page.getByRole('textbox', { name: /^質問/ }).fill('仕様書の条件は狭すぎませんか。');
      await town.page.getByLabel(/^担当部署/).fill('情報係');
      await town.page.getByRole('button', { name: '調達に関わる質問なので、関係事業者を書く' }).click();
      await town.page.getByLabel(/^調達の段階/).selectOption({ label: '仕様書の作成' });
      await town.page.getByLabel(/^関係事業者/).fill(VENDOR);
      await fits(town);
      await town.page.getByRole('button', { name: '質問を送る' }).click();
      await town.page.getByText(/相談番号は S\d+-0001 です/).waitFor();
      const id = new URL(town.page.url()).pathname.split('/').at(-1) ?? '';
      await new ConsultationAnswerService(db, clock).reassign(staff, id, {
        specialistId: he.specialistId,
        reason: '担当',
      });
      const conflicts = new ConflictService(db, clock);
      await conflicts.recordFirm(staff, {
        specialistId: he.specialistId,
        relation: 'SHAREHOLDING',
        name: '合同会社しま',
        source: '誓約書',
      });

      const phone = await signedIn(he, PHONE);
      await phone.page.goto(`/consultations/${id}`);
      await phone.page.getByText(/いま仕様書を作っています/).waitFor();
      await fits(phone);
      await phone.page.getByRole('textbox', { name: /^回答/ }).fill('三つ目の条件は外せます。');
      await phone.page.getByRole('button', { name: '回答する' }).click();
      await phone.page.getByText('回答を送りました。').waitFor();

      await town.page.goto(`/consultations/${id}`);
      await town.page.getByText(/・合同会社しま：株式の保有/).waitFor();
      await fits(town);
      await town.page.getByRole('link', { name: '町の判断を書く紙を開く' }).click();
      await town.page.getByRole('heading', { name: /^応札制限の確認記録（S\d+-\d+）/ }).waitFor();
      await town.page.emulateMedia({ media: 'print' });
      expect(await town.page.getByRole('button', { name: '印刷する' }).isVisible()).toBe(false);
      await town.page.getByText(/・合同会社しま：株式の保有/).waitFor();
      await fits(town);
      for (const one of [phone, town]) expect(one.troubles).toEqual([]);
    },
    2 * MINUTE,
  );
});
