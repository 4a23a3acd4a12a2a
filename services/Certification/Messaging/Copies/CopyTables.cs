namespace Mamis.Certification.Messaging.Copies;

/// <summary>What other services own and an evaluation needs: kept as rows, so that nobody is asked while somebody waits.</summary>
public static class CopyTables
{
    public const string Sql =
        """
        create table if not exists physician_copy (
            physician_id uuid primary key, standing_version bigint not null default 0, county text, prefecture text,
            jma boolean not null default false, workplace_prefecture text, my_page boolean not null default false);
        alter table physician_copy add column if not exists self_registered boolean not null default false;
        alter table physician_copy add column if not exists licence_checked boolean not null default false;

        create table if not exists credit_copy (
            entry_id uuid primary key, physician_id uuid not null, training_key text, date date, category text, item text, units integer,
            source text, status text, mode text, attendance text, role text, format text, paper_verdict text);
        alter table credit_copy add column if not exists withdrawn boolean not null default false;
        create index if not exists credit_copy_physician on credit_copy (physician_id);

        create table if not exists credit_set (
            application_id uuid primary key, physician_id uuid not null, entry_ids jsonb not null, state text not null, as_of timestamptz not null);
        create index if not exists credit_set_physician on credit_set (physician_id);
        """;
}
