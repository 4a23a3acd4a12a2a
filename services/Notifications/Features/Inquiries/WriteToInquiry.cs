using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Views.Inquiries;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Features.Inquiries;

/// <summary>The physician asks further, which opens again what was closed, or the desk answers, of which the physician is told.</summary>
public static class WriteToInquiry
{
    public sealed record Command(Party By, Guid Text);

    public static Decision Decide(Inquiry inquiry, Command command) => (inquiry, command.By) switch
    {
        _ when command.By.Hindrance(inquiry) is { } hindrance => hindrance,
        _ when inquiry.LastText == command.Text => Decision.Nothing,
        (_, { Staff: null }) => Decision.Append(new InquiryAsked(command.Text)),
        ({ AssignedTo: { } colleague }, { Staff: { } me }) when colleague != me => InquiryRefusals.WithColleague,
        (_, { Staff: { } me }) => Decision.Append(new InquiryAnswered(command.Text, me)),
    };

    /// <param name="Text">At most 4,000 characters.</param>
    public sealed record Request(string? Text = null);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        if (await InquiryReach.Find(id, user, database, cancellation) is null)
        {
            return InquiryRefusals.Unknown.ToProblem();
        }

        var (text, wrong) = InquiryText.Read(request.Text);

        if (wrong is not null)
        {
            return wrong.ToProblem();
        }

        var words = Guid.CreateVersion7(clock.GetUtcNow());
        var decision = await store.DecideAsync<Inquiry>(
            id, it => Decide(it, new(user.Party(), words)), changes => Beside(changes, id, words, text, clock), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }

    private static void Beside(Changes changes, Guid inquiry, Guid words, string text, TimeProvider clock)
    {
        changes.Write(InquiryWords.Keep(words, inquiry, text));

        if (changes.Streams.SelectMany(it => it.Events).Any(e => e is InquiryAnswered))
        {
            changes.Leave(TellOfAnswer.For(inquiry, words, clock.GetUtcNow()));
        }
    }
}
