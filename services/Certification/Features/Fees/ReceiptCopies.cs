using Mamis.EventStore;
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

    private const string Printed = "select coalesce((select copies from fee_receipt where application_id = @application and version = @version), 0)";

    private const string Count =
        """
        insert into fee_receipt as r (application_id, version, copies, printed_at, printed_by) values (@application, @version, 1, @at, @by)
        on conflict (application_id, version) do update set copies = r.copies + 1, printed_at = excluded.printed_at, printed_by = excluded.printed_by
        where @again
        returning copies
        """;

    /// <summary>Counts what was printed and nothing else; of two first ones at once the slower is printed anew, as a copy.</summary>
    /// <param name="print">Gets whether it was printed before. It takes its time, so nothing is held meanwhile.</param>
    public async Task<Printout> Print(Guid application, long version, Guid by, Func<bool, Task<Printout>> print, CancellationToken cancellation)
    {
        var again = await database.Find<int>(Printed, new { application, version }, cancellation) > 0;
        var printed = await print(again);

        if (printed.Refusal is not null)
        {
            return printed;
        }

        var counted = await database.Find<int?>(Count, new { application, version, at = clock.GetUtcNow(), by, again }, cancellation) is not null;

        return counted ? printed : await Print(application, version, by, print, cancellation);
    }
}
