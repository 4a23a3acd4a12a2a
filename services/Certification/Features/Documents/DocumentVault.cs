using System.Security.Cryptography;
using Dapper;
using Mamis.Certification.Domain;
using Mamis.EventStore;
using Mamis.Kernel;
using Npgsql;

namespace Mamis.Certification.Features.Documents;

/// <summary>Keeps uploaded files, each person's under a key of their own: destroying the key erases them wherever copies lie (D7).</summary>
public sealed class DocumentVault(NpgsqlDataSource database, IConfiguration configuration)
{
    public const string Tables =
        """
        create table if not exists person_key (physician_id uuid primary key, sealed_key bytea not null);
        create table if not exists document (
            document_id uuid primary key, application_id uuid not null, physician_id uuid not null, kind text not null,
            media_type text not null, size integer not null, content bytea not null, attached_at timestamptz not null default now());
        """;

    private const string StoreKey =
        "insert into person_key (physician_id, sealed_key) values (@Physician, @Sealed) on conflict (physician_id) do nothing";

    private const string StoreDocument =
        """
        insert into document (document_id, application_id, physician_id, kind, media_type, size, content)
        select document_id, application_id, physician_id, kind, media_type, size, content from rows
        """;

    private readonly byte[] _master = Seal.MasterKey(
        configuration["Service:Secret"] ?? throw new InvalidOperationException("Service:Secret is not set; the AppHost sets it."), "certification documents");

    /// <summary>The rows that keep a file, to be written in the transaction of its event.</summary>
    public async Task<Sql> Keep(Guid application, PhysicianId owner, DocumentAttached document, byte[] file, FileType type, CancellationToken cancellation)
    {
        var key = await KeyOf(owner, cancellation);
        var closed = Seal.Close(key, file, document.Document.Value);

        return Sql.For(StoreDocument, new Row(
            document.Document.Value, application, owner.Value, document.Kind, type.MediaType, file.Length, closed));
    }

    public async Task<Description?> Describe(Guid document, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Description>(new CommandDefinition(
            "select application_id, physician_id, kind, media_type, size from document where document_id = @Document",
            new { Document = document }, cancellationToken: cancellation));
    }

    public async Task<byte[]> Open(Guid document, PhysicianId owner, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var closed = await connection.QuerySingleAsync<byte[]>(new CommandDefinition(
            "select content from document where document_id = @Document", new { Document = document }, cancellationToken: cancellation));

        return Seal.Open(await KeyOf(owner, cancellation), closed, document);
    }

    private async Task<byte[]> KeyOf(PhysicianId owner, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var fresh = Seal.Close(_master, RandomNumberGenerator.GetBytes(32), owner.Value);
        await connection.ExecuteAsync(new CommandDefinition(
            StoreKey, new { Physician = owner.Value, Sealed = fresh }, cancellationToken: cancellation));
        var kept = await connection.QuerySingleAsync<byte[]>(new CommandDefinition(
            "select sealed_key from person_key where physician_id = @Physician", new { Physician = owner.Value }, cancellationToken: cancellation));

        return Seal.Open(_master, kept, owner.Value);
    }

    /// <summary>What is known of a file without opening it.</summary>
    public sealed record Description
    {
        public Guid ApplicationId { get; init; }

        public Guid PhysicianId { get; init; }

        public DocumentKind Kind { get; init; }

        public string MediaType { get; init; } = "";

        public int Size { get; init; }
    }

    private sealed record Row(
        Guid DocumentId, Guid ApplicationId, Guid PhysicianId, DocumentKind Kind, string MediaType, int Size, byte[] Content);
}
