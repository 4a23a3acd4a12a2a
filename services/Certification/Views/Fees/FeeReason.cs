using Mamis.EventStore;
using Npgsql;

namespace Mamis.Certification.Views.Fees;

/// <summary>Why something was done with a fee or a bank line, in the words of who did it.</summary>
public sealed record FeeReason
{
    public Guid RemarkId { get; init; }

    public string Text { get; init; } = "";

    /// <summary>All reasons about an application or a bank line, by remark.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> Of(Guid about, NpgsqlDataSource database, CancellationToken cancellation) =>
        (await database.List<FeeReason>("select remark_id, text from fee_remark where about_id = @about", new { about }, cancellation))
            .ToDictionary(it => it.RemarkId, it => it.Text);
}
