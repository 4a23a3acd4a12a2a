using System.Security.Claims;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Notifications.Views.Templates;

/// <summary>What a notice would say in a real case, as mail and as letter: written by what writes the notices, and sent to nobody.</summary>
public static class TemplatePreview
{
    /// <summary>What the physician is told of the look.</summary>
    private const string Look = "preview";

    /// <param name="Case">Id of a notice of this kind, or number of a certificate, within reach.</param>
    /// <param name="Subject">New words; without subject and text the words that hold today are shown.</param>
    public sealed record Request(string? Case = null, string? Subject = null, string? Text = null);

    /// <param name="Text">With the greeting, as the plain part of the mail has it.</param>
    /// <param name="Html">The other part of the mail.</param>
    /// <param name="Letter">A page to print; the number it will get when printed is missing yet. Null for an organisation, which gets no letters.</param>
    public sealed record Answer(string Subject, string Text, string Html, string? Letter, int? Version);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Make(
        string kind, Request request, ClaimsPrincipal user, PreviewCases cases, IdentityClient identity, NoticeWriter writer, TimeProvider clock,
        CancellationToken cancellation)
    {
        if (Codes.Find<NoticeKind>(kind) is not { } known)
        {
            return PreferenceRefusals.KindUnknown.ToProblem();
        }

        var draft = request is { Subject: null, Text: null } ? null : TemplateText.Read(request.Subject, request.Text);
        Refusal[] mistakes =
        [
            .. draft?.Mistakes(Wording.Shipped(known)) ?? [],
            .. string.IsNullOrWhiteSpace(request.Case) ? (Refusal[])[TemplateRefusals.CaseMissing] : [],
        ];

        if (mistakes.Length > 0)
        {
            return mistakes.ToProblem();
        }

        var found = await cases.Find(known, request.Case, user.AssociationCode(), cancellation);
        var recipient = found?.Content.Physician is { } physician
            ? (await identity.Show([physician.Value], user, Look, cancellation)).Values.FirstOrDefault()
            : null;

        if (found is not { } it || (recipient is null && it.Content.Organisation is null))
        {
            return TemplateRefusals.CaseUnknown.ToProblem();
        }

        var written = draft is null
            ? await writer.Write(it.Content, it.Number, cancellation)
            : await writer.Write(it.Content, it.Number, draft, version: 0, cancellation);

        return TypedResults.Ok(Of(written, recipient, draft is null ? written.Text.Version : null, clock));
    }

    private static Answer Of(NoticeWriter.Written written, Recipient? recipient, int? version, TimeProvider clock)
    {
        var (subject, body) = (written.Text.Subject, written.Text.Body);
        var text = (recipient is null ? Wording.GreetingForStaff() : Wording.GreetingFor(recipient.FullName)) + body;
        var letter = recipient is null ? null : LetterPages.Of([new(recipient, written.Sender, subject, body, Number: null)], clock).ToString();

        return new(subject, text, MailPage.Of(subject, text), letter, version);
    }
}
