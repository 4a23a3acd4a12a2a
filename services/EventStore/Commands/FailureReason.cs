using Npgsql;

namespace Mamis.EventStore.Commands;

/// <summary>What may be kept of a failure: its kind and code. Messages can carry addresses and names, so they stay out.</summary>
internal static class FailureReason
{
    public static string Of(Exception failure)
    {
        var own = failure switch
        {
            RefusedException it => $"{nameof(RefusedException)} {it.Message}",
            PostgresException it => $"{nameof(PostgresException)} {it.SqlState}",
            HttpRequestException { StatusCode: { } status } => $"{nameof(HttpRequestException)} {(int)status}",
            _ => failure.GetType().Name,
        };

        return failure.InnerException is { } inner ? $"{own} < {Of(inner)}" : own;
    }
}
