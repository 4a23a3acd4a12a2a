using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Notifications.Features.Inquiries;

/// <summary>The desk keeps words for answers, so that the same question gets the same answer from every colleague.</summary>
public static class WriteAnswerTemplate
{
    public sealed record Command(Guid Id, string Title, string Text, StaffId By);

    public static Decision Decide(AnswerTemplates templates, Command command) => templates.All.FirstOrDefault(it => it.Id == command.Id) switch
    {
        { } it when (it.Title, it.Text) == (command.Title, command.Text) => Decision.Nothing,
        null when templates.All.Count >= AnswerTemplates.Most => InquiryRefusals.TemplatesFull,
        _ => Decision.Append(new AnswerTemplateWritten(command.Id, command.Title, command.Text, command.By)),
    };

    /// <param name="Title">At most 60 characters.</param>
    /// <param name="Text">At most 4,000 characters.</param>
    public sealed record Request(string? Title = null, string? Text = null);

    public sealed record Answer(Guid Id);

    public static Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Request request, ClaimsPrincipal user, IEventStore store, TimeProvider clock, CancellationToken cancellation) =>
        Write(Guid.CreateVersion7(clock.GetUtcNow()), request, user, store, cancellation);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Change(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        var templates = (await store.Load<AnswerTemplates>(AnswerTemplates.IdOf(user.AssociationCode()), cancellation)).State;

        return templates.All.Any(it => it.Id == id)
            ? await Write(id, request, user, store, cancellation)
            : InquiryRefusals.TemplateUnknown.ToProblem();
    }

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Write(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        var title = (request.Title ?? string.Empty).Trim();
        var (text, wrong) = InquiryText.Read(request.Text);
        Refusal[] mistakes = [.. MistakeOf(title) is { } mistake ? [mistake] : (Refusal[])[], .. wrong is null ? (Refusal[])[] : [wrong]];

        if (mistakes is not [])
        {
            return mistakes.ToProblem();
        }

        var decision = await store.DecideAsync<AnswerTemplates>(
            AnswerTemplates.IdOf(user.AssociationCode()), it => Decide(it, new(id, title, text, user.Staff())), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.Ok(new Answer(id));
    }

    private static Refusal? MistakeOf(string title) =>
        title.Length is 0 or > AnswerTemplates.LongestTitle || title.Any(char.IsControl) ? InquiryRefusals.TemplateTitle : null;
}
