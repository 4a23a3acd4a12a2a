using System.Security.Cryptography;
using Dapper;
using Mamis.EventStore;
using Npgsql;

namespace Mamis.ServiceDefaults.Files.Documents;

/// <summary>Keeps uploaded files, each person's under a key of their own: destroying the key erases them wherever copies lie (D7).</summary>
/// <param name="master">What the keys of people are sealed with: the service's own, so that no other opens its files.</param>
public sealed class DocumentVault(NpgsqlDataSource database, byte[] master)
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
        end $$;
        """;

    private const string StoreKey =
        "insert into person_key (physician_id, sealed_key) values (@Physician, @Sealed) on conflict (physician_id) do nothing";

    private const string StoreDocument =
        """
        insert into document (document_id, belongs_to, physician_id, kind, media_type, size, content)
        select document_id, belongs_to, physician_id, kind, media_type, size, content from rows
        """;

    /// <summary>The rows that keep a file, to be written in the transaction of its event.</summary>
    public async Task<Sql> Keep(Description document, byte[] file, CancellationToken cancellation)
    {
        var key = await KeyOf(document.PhysicianId, cancellation);
        var closed = Seal.Close(key, file, document.DocumentId);

        return Sql.For(StoreDocument, new Row(
            document.DocumentId, document.BelongsTo, document.PhysicianId, document.Kind, document.MediaType, file.Length, closed));
    }

    public async Task<Description?> Describe(Guid document, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Description>(new CommandDefinition(
            "select document_id, belongs_to, physician_id, kind, media_type from document where document_id = @Document",
            new { Document = document }, cancellationToken: cancellation));
    }

    public async Task<byte[]> Open(Description document, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var closed = await connection.QuerySingleAsync<byte[]>(new CommandDefinition(
            "select content from document where document_id = @DocumentId", new { document.DocumentId }, cancellationToken: cancellation));

        return Seal.Open(await KeyOf(document.PhysicianId, cancellation), closed, document.DocumentId);
    }

    private async Task<byte[]> KeyOf(Guid physician, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var fresh = Seal.Close(master, RandomNumberGenerator.GetBytes(32), physician);
        await connection.ExecuteAsync(new CommandDefinition(
            StoreKey, new { Physician = physician, Sealed = fresh }, cancellationToken: cancellation));
        var kept = await connection.QuerySingleAsync<byte[]>(new CommandDefinition(
            "select sealed_key from person_key where physician_id = @Physician", new { Physician = physician }, cancellationToken: cancellation));

        return Seal.Open(master, kept, physician);
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
    }

    private sealed record Row(
        Guid DocumentId, Guid BelongsTo, Guid PhysicianId, string Kind, string MediaType, int Size, byte[] Content);
}
