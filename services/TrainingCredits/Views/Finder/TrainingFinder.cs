using System.Text.Json;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Mamis.TrainingCredits.Views.Finder;

/// <summary>Sessions of designated trainings for everybody, the soonest first (domain.md 4.4, step 3).</summary>
/// <remarks>A page is one walk along an index in the order of the answer, which ends when the page is full, however many sessions there are.</remarks>
public sealed class TrainingFinder(NpgsqlDataSource database, TimeProvider clock, IOptions<JsonOptions> json)
{
    private const int PageSize = 50;

    private const string Sessions =
        """
        select s.session_id, s.training_id, s.number, t.title as training_title, t.organizer, s.title, s.date, s."start", s."end", s.place,
               s.prefecture, s.mode, s.category, s.second_category, s.item, s.units, s.capacity, s.designated_at, s.cancelled_at
        from training_session s join training_card t using (training_id)
        where s.designated_at is not null and s.date >= @From and s.date <= @To
        """;

    private const string After = """and (s.date, s."start", s.session_id) > (select c.date, c."start", c.session_id from training_session c where c.session_id = @Cursor)""";

    private const string Order = """order by s.date, s."start", s.session_id limit @limit""";

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        [AsParameters] FinderQuery query, TrainingFinder finder, HttpResponse response, CancellationToken cancellation)
    {
        var fields = new Fields();
        var search = query.Read(fields, finder.Today);

        if (fields.Faults.Count > 0)
        {
            return Unusable(fields.Faults);
        }

        var found = await finder.Find(search, PageSize, withCancelled: false, cancellation);
        var page = new Page<FoundSession>(found, found.Count == PageSize ? found[^1].SessionId : null);

        return response.Cached(JsonSerializer.SerializeToUtf8Bytes(page, finder.Json), "application/json");
    }

    public DateOnly Today => clock.Today();

    public JsonSerializerOptions Json => json.Value.SerializerOptions;

    public Task<IReadOnlyList<FoundSession>> Find(FinderSearch search, int limit, bool withCancelled, CancellationToken cancellation) =>
        database.List<FoundSession>(Text(search, withCancelled), new { search.From, search.To, search.Prefecture, search.Categories, search.Item, search.Mode, search.Cursor, limit }, cancellation);

    /// <summary>What cannot be asked for is no search that failed: 400, with every value that is wrong.</summary>
    public static ProblemHttpResult Unusable(IReadOnlyList<Refusal> faults)
    {
        var problem = faults.ToProblem().ProblemDetails;
        problem.Status = StatusCodes.Status400BadRequest;
        return TypedResults.Problem(problem);
    }

    /// <summary>Only what is asked for stands in the statement, so that the planner sees which index serves it.</summary>
    public static string Text(FinderSearch search, bool withCancelled) => string.Join('\n', new[]
    {
        Sessions,
        withCancelled ? null : "and s.cancelled_at is null",
        search.Prefecture is null ? null : "and s.prefecture = @Prefecture",
        search.Categories is null ? null : "and (s.category = any(@Categories) or s.second_category = any(@Categories))",
        search.Item is null ? null : "and s.item = @Item",
        search.Mode is null ? null : "and s.mode = @Mode",
        search.Cursor is null ? null : After,
        Order,
    }.OfType<string>());
}
