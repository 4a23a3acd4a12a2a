using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Views;
using Mamis.Notifications.Views.Inquiries;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Features.Inquiries;

/// <summary>A physician asks the desk that is responsible today, or the support centre of the JMA.</summary>
public static class OpenInquiry
{
    public sealed record Command(PhysicianId Physician, string Desk, Guid? Application, Guid Text);

    public static Decision Decide(Inquiry inquiry, Command command) => inquiry.Physician is null
        ? Decision.Append(new InquiryOpened(command.Physician, command.Desk, command.Application, command.Text))
        : Decision.Nothing;

    /// <param name="To"><c>desk</c> or <c>support</c>.</param>
    /// <param name="Text">At most 4,000 characters.</param>
    /// <param name="ApplicationId">A submitted application of the physician that it is about.</param>
    public sealed record Request(string? To = null, string? Text = null, Guid? ApplicationId = null);

    public sealed record Answer(Guid Id);

    public static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Request request, ClaimsPrincipal user, IEventStore store, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var me = user.Subject();
        var (text, wrong) = InquiryText.Read(request.Text);
        var (desk, nobody) = await DeskOf(request.To, me, database, cancellation);
        var foreign = request.ApplicationId is { } application && !await SubmittedApplications.IsOf(me, application, database, cancellation);
        Refusal?[] refusals = [nobody, wrong, foreign ? InquiryRefusals.ApplicationUnknown : null];

        if (refusals.OfType<Refusal>().ToArray() is { Length: > 0 } reasons)
        {
            return reasons.ToProblem();
        }

        var (id, words) = (Guid.CreateVersion7(clock.GetUtcNow()), Guid.CreateVersion7(clock.GetUtcNow()));
        var command = new Command(new(me), desk, request.ApplicationId, words);
        await store.DecideAsync<Inquiry>(
            id, it => Decide(it, command), changes => changes.Write(InquiryWords.Keep(words, id, text)), cancellation);

        return TypedResults.Created($"/inquiries/{id}", new Answer(id));
    }

    private static async Task<(string Desk, Refusal? Refusal)> DeskOf(
        string? to, Guid physician, NpgsqlDataSource database, CancellationToken cancellation) =>
        to switch
        {
            "support" => (Association.Jma, null),
            "desk" => await Standings.DeskOf(physician, database, cancellation) is { } desk ? (desk, null) : (string.Empty, InquiryRefusals.DeskUnknown),
            _ => (string.Empty, InquiryRefusals.AddresseeUnknown),
        };
}
