using System.Globalization;
using System.Text;
using Mamis.Story;
using Npgsql;

namespace Mamis.Benchmarks.Attendance;

/// <summary>Posts the same people to one training after another, and waits each time until all of it can be seen.</summary>
public sealed class Uploads(MeasuredSystem system, IReadOnlyList<Somebody> people)
{
    private readonly NpgsqlDataSource _credits = system.Database("training-credits");
    private readonly NpgsqlDataSource _certification = system.Database("certification");
    private readonly string _list = List(people);
    private int _trainings;
    private Cast? _cast;
    private Actor? _machine;
    private string _training = string.Empty;
    private string _session = string.Empty;

    /// <summary>Whoever takes part, logged in once.</summary>
    private sealed record Cast(Actor Organizer, Actor Prefecture, Actor Jma, Actor Physician);

    /// <summary>A designated training; not measured.</summary>
    public async Task Prepare()
    {
        _cast ??= new(
            await system.Person("organizer"), await system.Person("prefecture-staff", "13"), await system.Person("jma-staff"),
            await system.Person("physician"));
        // A year takes longer than the token of a client holds.
        _machine = await system.Machine("demo-organizer");
        var draft = await _cast.Organizer.Post("/api/training-credits/trainings", Draft(new DateOnly(2026, 4, 5).AddDays(_trainings++)), CancellationToken.None);
        _training = $"/api/training-credits/trainings/{draft?["id"]}";
        _session = draft?["sessions"]?[0]?["id"]?.ToString() ?? throw new InvalidOperationException("The draft has no session.");
        await _cast.Organizer.Post($"{_training}/request", new { }, CancellationToken.None);
        await _cast.Prefecture.Post($"{_training}/approval", new { }, CancellationToken.None);
        await _cast.Jma.Post($"{_training}/designation", new { }, CancellationToken.None);
    }

    public async Task Run()
    {
        var physician = Prepared.Physician;
        var machine = _machine ?? throw new InvalidOperationException("Nothing was prepared.");
        var answer = await machine.PostCsv($"{_training}/attendance", _list, null, CancellationToken.None);

        if (answer?["credited"]?.GetValue<int>() != people.Count)
        {
            throw new InvalidOperationException($"Credited {answer?["credited"]} of {people.Count}.");
        }

        await MeasuredSystem.Until("that every credit is seen", async () =>
            await Count(_certification, "credit_copy where training_key") == people.Count
            && await Count(_credits, "ledger_entry where session_id::text") == people.Count
            && await IsSeenBy(physician));
    }

    private Cast Prepared => _cast ?? throw new InvalidOperationException("Nothing was prepared.");

    private async Task<bool> IsSeenBy(Actor physician)
    {
        var ledger = await physician.Get("/api/training-credits/ledgers/me", CancellationToken.None);
        var entry = ledger?["entries"]?.AsArray().FirstOrDefault(it => it?["sessionId"]?.ToString() == _session)?["entryId"]?.ToString();
        var balance = await physician.Get("/api/certification/evaluations/me?scheme=occupational&kind=renewal", CancellationToken.None);

        return entry is not null && balance?["credits"]?.AsArray().Any(it => it?["entryId"]?.ToString() == entry) is true;
    }

    private Task<long> Count(NpgsqlDataSource database, string where) => Crowd.Count(database, $"select count(*) from {where} = '{_session}'");

    private static string List(IReadOnlyList<Somebody> people) => people.Aggregate(
        new StringBuilder("licenceNumber,familyName,givenName,birthDate,session,role,mode,attendance\r\n"),
        (csv, it) => csv.Append(CultureInfo.InvariantCulture, $"{it.LicenceNumber},{it.FamilyName},{it.GivenName},{it.BirthDate},1,attendee,onsite,full\r\n")).ToString();

    /// <param name="day">Another one each time, since nobody attends two trainings at once.</param>
    private static object Draft(DateOnly day) => new
    {
        title = "架空産業医研修会",
        prefecture = "13",
        sessions = new[]
        {
            new
            {
                title = "最近の法改正", date = day.ToString("O", CultureInfo.InvariantCulture), start = "10:00", end = "13:00", place = "架空会館", mode = "onsite",
                category = "life-update", units = 3,
            },
        },
    };
}
