-- Personal data: the only place for it. Streams and messages carry the id.
create table if not exists person (
    physician_id     uuid primary key,
    licence_number   text not null,
    family_name      text not null,
    given_name       text not null,
    family_name_kana text not null,
    given_name_kana  text not null,
    birth_date       date not null,
    email            text null,
    postal_code      text not null,
    address          text not null,
    workplace_name   text null
);

-- One physician, one account (rule A6).
create unique index if not exists person_licence_number on person (licence_number text_pattern_ops);
create index if not exists person_name on person ((family_name || given_name) text_pattern_ops);
create index if not exists person_kana on person ((family_name_kana || given_name_kana) text_pattern_ops);

-- Every look of staff at a person's record, for the person to see (rule D4).
create table if not exists person_access (
    physician_id uuid not null,
    staff_id     uuid not null,
    role         text not null,
    association  text not null,
    what         text not null,
    at           timestamptz not null
);

create index if not exists person_access_physician on person_access (physician_id, at desc);

-- Sealed images of licences, only until the registration is decided (D7).
create table if not exists licence_image (
    physician_id uuid primary key,
    media_type   text not null,
    sealed       bytea not null
);

create schema if not exists credentials;

-- The store of ASP.NET Core Identity; the id is the physician's or the member of staff's.
create table if not exists credentials.login (
    id                  uuid primary key,
    user_name           text not null,
    normalized_user_name text not null,
    email               text null,
    normalized_email    text null,
    email_confirmed     boolean not null,
    password_hash       text null,
    security_stamp      text null,
    concurrency_stamp   text null,
    two_factor_enabled  boolean not null,
    lockout_end         timestamptz null,
    lockout_enabled     boolean not null,
    access_failed_count integer not null,
    totp_secret         text null,
    totp_step           bigint not null default 0
);

create unique index if not exists login_user_name on credentials.login (normalized_user_name);
create unique index if not exists login_email on credentials.login (normalized_email);

create table if not exists credentials.provisional_login (
    physician_id uuid primary key,
    login        text not null,
    login_key    text not null unique,
    salt         bytea not null,
    secret_hash  bytea not null,
    expires_on   date not null,
    used         boolean not null default false
);

-- Failed attempts in a row, for known and unknown logins alike.
create table if not exists credentials.attempt (
    key           text primary key,
    failures      integer not null,
    blocked_until timestamptz not null
);

create table if not exists credentials.session (
    id_hash    bytea primary key,
    sid        uuid not null unique,
    subject    uuid not null,
    login      text not null,
    totp_due   boolean not null,
    idle_secs  integer not null,
    idle_until timestamptz not null,
    ends_at    timestamptz not null
);

-- What a person sees of her own sessions.
alter table credentials.session add column if not exists means text not null default 'password';
alter table credentials.session add column if not exists began_at timestamptz not null default now();
alter table credentials.session add column if not exists seen_at timestamptz not null default now();

create index if not exists session_subject on credentials.session (subject);
create index if not exists session_ends_at on credentials.session (ends_at);

create table if not exists credentials.machine_client (
    client_id   text primary key,
    secret_hash bytea not null,
    subject     uuid not null,
    sid         uuid not null unique,
    role        text not null,
    association text null,
    scope       text not null,
    enabled     boolean not null default true
);

-- After a rotation the former secret works on for a while.
alter table credentials.machine_client add column if not exists former_hash bytea null;
alter table credentials.machine_client add column if not exists former_until timestamptz null;
alter table credentials.machine_client add column if not exists former_used_at timestamptz null;
alter table credentials.machine_client add column if not exists used_at timestamptz null;
alter table credentials.machine_client add column if not exists created_at timestamptz not null default now();
alter table credentials.machine_client add column if not exists created_by uuid null;
alter table credentials.machine_client add column if not exists revoked_at timestamptz null;
alter table credentials.machine_client add column if not exists revoked_by uuid null;

-- For the day the authenticator is lost; all codes of a person share a salt, so that an attempt costs one slow hash.
create table if not exists credentials.recovery_code (
    subject   uuid not null,
    salt      bytea not null,
    code_hash bytea not null,
    used_at   timestamptz null,
    primary key (subject, code_hash)
);

create table if not exists credentials.signing_key (
    kid         text primary key,
    x           text not null,
    y           text not null,
    sealed      text not null,
    signs_from  timestamptz not null,
    signs_until timestamptz not null
);

create table if not exists credentials.data_protection_key (
    name text primary key,
    xml  text not null
);

-- Mails about accounts that are on their way: the address, and the sealed code of those that carry one.
create table if not exists credentials.account_mail (
    id         uuid primary key,
    account    uuid not null,
    kind       text not null,
    email      text not null,
    sealed     text null,
    failures   integer not null default 0,
    expires_at timestamptz not null
);

create index if not exists account_mail_account on credentials.account_mail (account, kind);

-- Passkeys, as ASP.NET Core Identity reads them; the id is what their owner calls them by.
create table if not exists credentials.passkey (
    credential_id      bytea primary key,
    id                 uuid not null unique,
    user_id            uuid not null,
    name               text not null,
    public_key         bytea not null,
    sign_count         bigint not null,
    transports         text[] null,
    is_user_verified   boolean not null,
    is_backup_eligible boolean not null,
    is_backed_up       boolean not null,
    attestation_object bytea not null,
    client_data_json   bytea not null,
    created_at         timestamptz not null,
    used_at            timestamptz null
);

create index if not exists passkey_user on credentials.passkey (user_id);

-- What authenticators were asked to sign, sealed; each serves once, for five minutes.
create table if not exists credentials.passkey_challenge (
    id         uuid primary key,
    subject    uuid null,
    sealed     text not null,
    expires_at timestamptz not null
);

create index if not exists passkey_challenge_expires_at on credentials.passkey_challenge (expires_at);

-- Secrets for authenticator apps whose first code is still to come, sealed.
create table if not exists credentials.totp_offer (
    subject    uuid primary key,
    sealed     text not null,
    expires_at timestamptz not null
);

-- Links by which staff get in: an invitation, or another authenticator in place of a lost one. Of the key in it only the hash.
create table if not exists credentials.staff_link (
    staff_id      uuid primary key,
    purpose       text not null,
    role          text not null,
    association   text not null,
    email         text not null,
    email_key     text not null,
    key_hash      bytea null unique,
    password_hash text null,
    sent_at       timestamptz not null,
    expires_at    timestamptz not null
);

create unique index if not exists staff_link_invited on credentials.staff_link (association, email_key) where purpose = 'invitation';
