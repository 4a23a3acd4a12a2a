using Mamis.EventStore;
using Mamis.TrainingCredits.Views.Finder;

namespace Mamis.TrainingCredits.Tests.Integration;

/// <summary>The finder over many sessions, in a database of its own.</summary>
[Trait("Category", "Servers")]
public sealed class FinderSpeedTests(CreditsApp app) : IClassFixture<CreditsApp>
{
    /// <summary>Rows as years of trainings leave them; the plan of the page, not the clock of the machine, says that it stays quick.</summary>
    [Fact]
    public async Task A_page_among_300_000_sessions_is_one_walk_along_an_index()
    {
        await using var fill = app.Database.CreateCommand(Many);
        fill.CommandTimeout = 600;
        await fill.ExecuteNonQueryAsync();

        foreach (var (prefecture, index) in new[] { (default(string), "training_session_soonest"), ("13", "training_session_nearby") })
        {
            var plan = await Plan(new(new(2027, 1, 1), new(2027, 12, 31), prefecture, ["LifeUpdate"], Item: null, Mode: null, Guid.Empty));

            Assert.Contains($"Index Scan using {index}", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("Sort", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("Seq Scan on training_session s", plan, StringComparison.Ordinal);
        }
    }

    private async Task<string> Plan(FinderSearch search)
    {
        var text = TrainingFinder.Text(search, withCancelled: false)
            .Replace("@From", "date '2027-01-01'", StringComparison.Ordinal).Replace("@To", "date '2027-12-31'", StringComparison.Ordinal)
            .Replace("@Prefecture", "'13'", StringComparison.Ordinal).Replace("@Categories", "array['LifeUpdate']", StringComparison.Ordinal)
            .Replace("@Cursor", "(select session_id from training_session where date = date '2027-06-01' limit 1)", StringComparison.Ordinal)
            .Replace("@limit", "50", StringComparison.Ordinal);

        return string.Join('\n', await app.Database.List<string>($"explain {text}", new { }, default));
    }

    private const string Many =
        """
        insert into training_card (training_id, organizer, title, prefecture, status, drafted_at)
        select md5('t' || n)::uuid, 'ORG', 't', lpad((1 + n % 47)::text, 2, '0'), 'Designated', now() from generate_series(1, 60000) n
        on conflict do nothing;
        insert into training_session (session_id, training_id, number, title, date, "start", "end", place, prefecture, mode, category, units, designated_at)
        select md5('s' || n)::uuid, md5('t' || (1 + n % 60000))::uuid, n, 's', date '2024-01-01' + n % 1460, time '09:00', time '10:00', 'p',
               lpad((1 + n % 47)::text, 2, '0'), 'Onsite', (array['LifeUpdate', 'LifeField', 'LifeSpecial', 'BasicLate'])[1 + n % 4], 1, now()
        from generate_series(1, 300000) n
        on conflict do nothing;
        analyze training_session;
        analyze training_card;
        """;
}
