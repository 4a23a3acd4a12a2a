using Mamis.EventStore;
using Npgsql;

namespace Mamis.TrainingCredits.Features.Statements;

/// <summary>Which statements were printed. A code leads to the events the paper was made of; nothing it says is copied, so nothing personal lies here.</summary>
public sealed class IssuedStatements(NpgsqlDataSource database, TimeProvider clock)
{
    public const string Table =
        """
        create table if not exists ledger_statement (
            code         text        primary key,
            physician_id uuid        not null,
            version      bigint      not null,
            known_on     date        not null,
            printed_on   date        not null,
            printed_at   timestamptz not null
        );

        create index if not exists ledger_statement_physician on ledger_statement (physician_id);
        """;

    private const string Insert =
        """
        insert into ledger_statement (code, physician_id, version, known_on, printed_on, printed_at)
        values (@Code, @PhysicianId, @Version, @KnownOn, @PrintedOn, @at) on conflict (code) do nothing
        """;

    private const string ByCode =
        """
        select code, physician_id as "PhysicianId", version, known_on as "KnownOn", printed_on as "PrintedOn"
        from ledger_statement where code = @code
        """;

    /// <summary>A statement as it was printed.</summary>
    /// <param name="Version">How far the ledger had come: what was entered later was not on the paper.</param>
    public sealed record Issued(string Code, Guid PhysicianId, long Version, DateOnly KnownOn, DateOnly PrintedOn);

    public Task Keep(Issued it, CancellationToken cancellation) => database.Do(
        Insert, new { it.Code, it.PhysicianId, it.Version, it.KnownOn, it.PrintedOn, at = clock.GetUtcNow() }, cancellation);

    public Task<Issued?> Find(string code, CancellationToken cancellation) => database.Find<Issued>(ByCode, new { code }, cancellation);
}
