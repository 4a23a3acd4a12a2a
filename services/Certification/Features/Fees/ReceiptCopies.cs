using Dapper;
using Mamis.Printing;
using Npgsql;

namespace Mamis.Certification.Features.Fees;

/// <summary>Counts how often a receipt was printed: only the first print is the receipt, each later one says that it is a copy (再発行).</summary>
public sealed class ReceiptCopies(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>A fee refunded and paid again is receipted anew, hence the version of the event that received it.</summary>
    public const string Table =
        """
        create table if not exists fee_receipt (
            application_id uuid not null, version bigint not null, copies integer not null, printed_at timestamptz not null, printed_by uuid not null,
            primary key (application_id, version));
        """;

    private const string Count =
        """
        insert into fee_receipt (application_id, version, copies, printed_at, printed_by) values (@application, @version, 1, @at, @by)
        on conflict (application_id, version) do update set copies = fee_receipt.copies + 1, printed_at = excluded.printed_at, printed_by = excluded.printed_by
        returning copies
        """;

    /// <summary>Prints while the count is held, so that what could not be printed was not, and of two at once only one is the first.</summary>
    /// <param name="print">Gets whether it was printed before.</param>
    public async Task<Printout> Print(Guid application, long version, Guid by, Func<bool, Task<Printout>> print, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var copies = await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            Count, new { application, version, at = clock.GetUtcNow(), by }, transaction, cancellationToken: cancellation));
        var printed = await print(copies > 1);

        if (printed.Refusal is null)
        {
            await transaction.CommitAsync(cancellation);
        }

        return printed;
    }
}
