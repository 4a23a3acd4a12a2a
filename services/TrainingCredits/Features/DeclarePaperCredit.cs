using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features;

/// <summary>Lets a physician enter a line of the paper handbook (手帳); the first desk compares it once (rules U4, U5).</summary>
public static class DeclarePaperCredit
{
    private const int MostUnits = 50;

    public sealed record Command(
        EntryId Entry, PhysicianId Holder, DateOnly Date, Category Category, string? Item, int Units, string Training, Mode Mode);

    public static Decision Decide(CreditLedger ledger, Command command) => ledger.Find(command.Entry) switch
    {
        _ when !CutOver.IsPaperEra(command.Date) => Refusals.PaperAfterCutOver.For("date"),
        null => Decision.Append(new PaperCreditDeclared(
            command.Entry, command.Holder, command.Date, command.Category, command.Item, command.Units, command.Training, command.Mode)),
        { Status: EntryStatus.Refused } => Refusals.PaperAlreadyRefused,
        _ => Decision.Nothing,
    };

    public sealed record Request(
        string? Date = null, string? Category = null, string? Item = null, int? Units = null, string? Training = null, string? Mode = null);

    public sealed record Answer(Guid EntryId);

    public static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Request request, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        var fields = new Fields();
        var command = Read(request, fields, new(user.Subject()));

        if (fields.Faults.Count > 0)
        {
            return fields.Faults.ToProblem();
        }

        var decision = await store.DecideAsync<CreditLedger>(command.Holder.Value, it => Decide(it, command), cancellation);

        return decision.IsRefused
            ? decision.ToProblem()
            : TypedResults.Created("/ledgers/me", new Answer(command.Entry.Value));
    }

    private static Command Read(Request request, Fields fields, PhysicianId holder)
    {
        var date = fields.Day("date", request.Date);
        var category = fields.Choice<Category>("category", request.Category);
        var units = fields.Whole("units", request.Units, MostUnits);
        var training = fields.Text("training", request.Training, most: 200);
        var mode = fields.OptionalChoice<Mode>("mode", request.Mode) ?? Mode.Onsite;
        fields.Require(request.Item is null || Items.Belongs(request.Item, category), "item", "An item of the category.");
        fields.Require(request.Date is null || CutOver.IsPaperEra(date), Refusals.PaperAfterCutOver.For("date"));

        return new(IdOf(holder, date, category, request.Item, units, training, mode), holder, date, category, request.Item, units, training, mode);
    }

    /// <summary>A line is what it says: declared twice it is one entry.</summary>
    private static EntryId IdOf(PhysicianId holder, params ReadOnlySpan<object?> line) =>
        new(DeterministicId.From("paper-credit", [holder.Value, .. line.ToArray().Select(it => it ?? string.Empty)]));
}
