import { APPLICATION } from './roles.js';

/**
 * Who acts, as `Db` says it for each transaction. Policies ask inside a sub-select, so that each is worked out once
 * for a query and not for every row. Nothing said means nothing seen.
 */
export const FUNCTIONS = `
CREATE SCHEMA IF NOT EXISTS app;
GRANT USAGE ON SCHEMA app TO ${APPLICATION};

CREATE OR REPLACE FUNCTION app.prefecture_id() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.prefecture_id', true), '') $$;

CREATE OR REPLACE FUNCTION app.municipality_id() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.municipality_id', true), '') $$;

CREATE OR REPLACE FUNCTION app.specialist_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.specialist_id', true), '')::uuid $$;

CREATE OR REPLACE FUNCTION app.account_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN current_setting('app.account_id', true) ~ '^[0-9a-f-]{36}$'
               THEN current_setting('app.account_id', true)::uuid END $$;

-- Work that belongs to no single prefecture: sign-in, the outbox, set-up.
CREATE OR REPLACE FUNCTION app.is_everywhere() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(current_setting('app.role', true) = 'SYSTEM', false)
               AND coalesce(current_setting('app.prefecture_id', true), '') = '' $$;

-- Whoever runs the installation; also while background work is done in their transaction.
CREATE OR REPLACE FUNCTION app.is_operator() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(current_setting('app.role', true) = 'OPERATOR', false) $$;

-- Asked with the owner's eyes: a policy that looked at the table it guards would ask itself without end.
CREATE OR REPLACE FUNCTION app.own_offers() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER ROWS 10
  SET search_path = pg_catalog, pg_temp
  AS $$ SELECT support_request_id FROM public.shortlist_entry
        WHERE specialist_id = app.specialist_id() AND prefecture_id = app.prefecture_id()
          AND offered_at IS NOT NULL AND answer IS NULL $$;

-- Cases whose visits were given to the specialist, or which were offered and not declined.
CREATE OR REPLACE FUNCTION app.own_cases() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER ROWS 50
  SET search_path = pg_catalog, pg_temp
  AS $$ SELECT support_request_id FROM public.support_team
        WHERE specialist_id = app.specialist_id() AND prefecture_id = app.prefecture_id()
        UNION
        SELECT support_request_id FROM public.shortlist_entry
        WHERE specialist_id = app.specialist_id() AND prefecture_id = app.prefecture_id()
          AND offered_at IS NOT NULL AND answer IS DISTINCT FROM 'DECLINED' $$;

-- Agreements that the actor's town is a party of, or under which the specialist is placed.
CREATE OR REPLACE FUNCTION app.own_agreements() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER ROWS 20
  SET search_path = pg_catalog, pg_temp
  AS $$ SELECT agreement_id FROM public.agreement_party
        WHERE municipality_id = app.municipality_id() AND prefecture_id = app.prefecture_id()
        UNION
        SELECT agreement_id FROM public.placement
        WHERE specialist_id = app.specialist_id() AND prefecture_id = app.prefecture_id()
          AND agreement_id IS NOT NULL $$;

-- What the specialist's own appointments say of days, and nothing else of those agreements.
CREATE OR REPLACE FUNCTION app.own_terms()
  RETURNS TABLE (id uuid, status text, monthly_days int, starts_on date, ends_on date)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 5 SET search_path = pg_catalog, pg_temp
  AS $$ SELECT agreement.id, agreement.status, agreement.monthly_days, agreement.starts_on, agreement.ends_on
        FROM public.agreement
        WHERE agreement.prefecture_id = app.prefecture_id() AND EXISTS (SELECT FROM public.employment
          WHERE employment.agreement_id = agreement.id AND employment.prefecture_id = app.prefecture_id()
            AND employment.specialist_id = app.specialist_id() AND employment.removed_at IS NULL) $$;

-- Which changes the schema has had: for whoever runs the installation, and for processes that ask whether they fit.
CREATE OR REPLACE FUNCTION app.schema_changes() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER ROWS 50
  SET search_path = pg_catalog, pg_temp
  AS $$ SELECT name::text FROM public.migration WHERE app.is_operator() OR app.is_everywhere() ORDER BY timestamp $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO ${APPLICATION}, CURRENT_USER;

`;
