import "../../styles/home.css";
import { useEffect } from "preact/hooks";
import { me } from "../../api/session.ts";
import { useWallets } from "../../api/use-wallets.ts";
import { keepLastBalances } from "../../device/last-balances.ts";
import { isSharedComputer, ownStorage } from "../../device/storage.ts";
import { WhenLoaded } from "../../problems/loaded.tsx";
import { initialOf } from "../../ui/initial.ts";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { OldBalances } from "../../wallets/old-balances.tsx";
import { dayPart } from "./day-part.ts";
import { HomeContent } from "./home-content.tsx";
import { HomeNotices } from "./home-notices.tsx";
import { homeWords as t } from "./words.ts";

/** The first page of a person: their money, what to do with it, and what happened last. */
export function HomePage() {
  const wallets = useWallets();
  const { data, failure } = wallets;
  const user = me.value;
  useEffect(() => {
    if (!data || failure || !user || isSharedComputer()) return;
    keepLastBalances(ownStorage(), { user, wallets: data.data, at: new Date() });
  }, [data, failure, user]);
  return (
    <Page title={t().title} isTitleHidden>
      <Greeting />
      <HomeNotices wallets={data?.data ?? []} />
      <WhenLoaded of={wallets} loading={<Skeleton form="wallets" count={1} />}>
        {(list) => <HomeContent wallets={list.data} />}
      </WhenLoaded>
      {!data && failure && <OldBalances />}
    </Page>
  );
}

function Greeting() {
  const name = me.value?.username ?? "";
  const part = dayPart({ hour: new Date().getHours() });
  return (
    <div class="hello">
      <p>
        {t().greeting[part]}
        <span class="hello-name">
          <bdi dir="auto">{name}</bdi>
        </span>
      </p>
      <a class="avatar" href="/me" aria-label={t().me}>
        {initialOf(name)}
      </a>
    </div>
  );
}
