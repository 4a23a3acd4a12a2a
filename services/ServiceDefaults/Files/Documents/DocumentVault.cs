using System.Security.Cryptography;
using Dapper;
using Mamis.EventStore;
using Mamis.Kernel;
using Npgsql;

namespace Mamis.ServiceDefaults.Files.Documents;

/// <summary>Keeps uploaded files, each person's under a key of their own: destroying the key erases them wherever copies lie (D7).</summary>
/// <param name="scan">What looks at a file before it is kept.</param>
/// <param name="master">What the keys of people are sealed with: the service's own, so that no other opens its files.</param>
public sealed class DocumentVault(NpgsqlDataSource database, DocumentScan scan, byte[] master)
{
    public const string Tables =
        """
        create table if not exists person_key (physician_id uuid primary key, sealed_key bytea not null);
        create table if not exists document (
            document_id uuid primary key, belongs_to uuid not null, physician_id uuid not null, kind text not null,
            media_type text not null, size integer not null, content bytea not null, attached_at timestamptz not null default now());
        do $$ begin
            if exists (select from information_schema.columns
                where table_schema = current_schema() and table_name = 'document' and column_name = 'application_id') then
                alter table document rename column application_id to belongs_to;
            end if;
            if not exists (select from information_schema.columns
                where table_schema = current_schema() and table_name = 'document' and column_name = 'deleted_at') then
                alter table document alter column content drop not null,
                    add column scanned boolean not null default false, add column deleted_at timestamptz;
            end if;
        end $$;
        create index if not exists document_belongs_to on document (belongs_to);
        """;

    private const string StoreKey =
        "insert into person_key (physician_id, sealed_key) values (@Physician, @Sealed) on conflict (physician_id) do nothing";

    // The key goes along, since the last other file of the person may be deleted in between.
    private const string StoreDocument =
        """
        with kept_key as (
            insert into person_key (physician_id, sealed_key) select physician_id, sealed_key from rows on conflict (physician_id) do nothing)
        insert into document (document_id, belongs_to, physician_id, kind, media_type, size, scanned, content)
        select document_id, belongs_to, physician_id, kind, media_type, size, scanned, content from rows
        """;

    private const string DeleteDocuments =
        """
        with gone as (
            update document d set content = null, deleted_at = now() from rows r
            where d.document_id = r.document_id and d.deleted_at is null returning d.physician_id)
        delete from person_key k using gone
        where k.physician_id = gone.physician_id and not exists (
            select from document o where o.physician_id = k.physician_id and o.deleted_at is null
                and not exists (select from rows r where r.document_id = o.document_id))
        """;

    private const string Descriptions = "select document_id, belongs_to, physician_id, kind, media_type, scanned, deleted_at from document";

    /// <summary>The statement that removes the bytes of these files, and the key of whoever has no other; what they were stays on record.</summary>
    public static Sql Delete(IEnumerable<Guid> documents) => Sql.ForEach(DeleteDocuments, documents.Select(it => new DeletedRow(it)));

    /// <summary>Scans a file; the rows that keep it are to be written in the transaction of its event.</summary>
    public async Task<Kept> Keep(Description document, byte[] file, CancellationToken cancellation)
    {
        await using var content = new MemoryStream(file, writable: false);

        if (await scan.Look(content, cancellation) is { } refusal)
        {
            return new(Rows: null, [refusal.For("file")]);
        }

        var sealedKey = await NewOrKnownKey(document.PhysicianId, cancellation);
        var closed = Seal.Close(Seal.Open(master, sealedKey, document.PhysicianId), file, document.DocumentId);

        return new(Sql.For(StoreDocument, new Row(
            document.DocumentId, document.BelongsTo, document.PhysicianId, document.Kind, document.MediaType, file.Length, scan.IsOn, closed, sealedKey)), []);
    }

    public async Task<Description?> Describe(Guid document, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Description>(new CommandDefinition(
            $"{Descriptions} where document_id = @Document",
            new { Document = document }, cancellationToken: cancellation));
    }

    /// <summary>All that was sent for these, the oldest first.</summary>
    public Task<IReadOnlyList<Description>> SentFor(Guid[] these, CancellationToken cancellation) => database.List<Description>(
        $"{Descriptions} where belongs_to = any(@these) order by attached_at, document_id",
        new { these },
        cancellation);

    /// <summary>Null where the file, or the key of its person, was deleted.</summary>
    public async Task<byte[]?> Open(Description document, CancellationToken cancellation)
    {
        var it = await database.Find<ClosedRow>(
            "select d.content, k.sealed_key from document d left join person_key k on k.physician_id = d.physician_id where d.document_id = @DocumentId",
            new { document.DocumentId },
            cancellation);

        return it is { Content: { } closed, SealedKey: { } key }
            ? Seal.Open(Seal.Open(master, key, document.PhysicianId), closed, document.DocumentId)
            : null;
    }

    private async Task<byte[]> NewOrKnownKey(Guid physician, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var fresh = Seal.Close(master, RandomNumberGenerator.GetBytes(32), physician);
        await connection.ExecuteAsync(new CommandDefinition(
            StoreKey, new { Physician = physician, Sealed = fresh }, cancellationToken: cancellation));

        return await connection.QuerySingleAsync<byte[]>(new CommandDefinition(
            "select sealed_key from person_key where physician_id = @Physician", new { Physician = physician }, cancellationToken: cancellation));
    }

    /// <summary>What is known of a file without opening it.</summary>
    public sealed record Description
    {
        public required Guid DocumentId { get; init; }

        /// <summary>The application, entry or claim it was sent for; whoever may read that, may read the file.</summary>
        public required Guid BelongsTo { get; init; }

        /// <summary>Whose key it lies under.</summary>
        public required Guid PhysicianId { get; init; }

        /// <summary>What it shows, in the service's own words.</summary>
        public required string Kind { get; init; }

        public required string MediaType { get; init; }

        /// <summary>A scanner found nothing in it; false where no scanner was set when it came.</summary>
        public bool Scanned { get; init; }

        /// <summary>When its bytes were removed, UTC; null while they are there.</summary>
        public DateTimeOffset? DeletedAt { get; init; }
    }

    /// <summary>The rows to be written, or why the file is not kept.</summary>
    public sealed record Kept(Sql? Rows, IReadOnlyList<Refusal> Refusals);

    private sealed record Row(
        Guid DocumentId, Guid BelongsTo, Guid PhysicianId, string Kind, string MediaType, int Size, bool Scanned, byte[] Content, byte[] SealedKey);

    private sealed record DeletedRow(Guid DocumentId);

    private sealed record ClosedRow(byte[]? Content, byte[]? SealedKey);
}
