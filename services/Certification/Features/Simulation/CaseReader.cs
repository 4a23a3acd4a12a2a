using System.Text.Json;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Eligibility;
using Mamis.Kernel;

namespace Mamis.Certification.Features.Simulation;

/// <summary>Reads a case in the published format (domain.md section 10), strictly: unknown fields and codes are refused.</summary>
public static class CaseReader
{
    private const int MostCredits = 10_000;

    public static (Case? Case, IReadOnlyList<Refusal> Refusals) Read(JsonElement body)
    {
        if (body.ValueKind is not JsonValueKind.Object)
        {
            return (null, [BadInput.NotJson]);
        }

        var refusals = new List<Refusal>();

        try
        {
            var it = ReadCase(new(body, path: "", refusals));
            return refusals.Count > 0 ? (null, refusals) : (it, []);
        }
        catch (InvalidOperationException)
        {
            // Half of an escaped surrogate pair is valid JSON but no text, and is found only when it is read.
            return (null, [BadInput.NotJson]);
        }
    }

    private static Case ReadCase(StrictJson json)
    {
        foreach (var description in (string[])["id", "title", "rationale", "source", "confidence"])
        {
            json.OptionalText(description);
        }

        var it = new Case(
            json.Code<Scheme>("certification"),
            json.Code<ApplicationKind>("application"),
            json.Day("asOf"),
            json.Part("applicant", ReadApplicant) ?? new(),
            json.Part("certificate", ReadCertificate),
            json.List("credits", ReadCredit));

        if (it.Credits.Count > MostCredits)
        {
            json.Refuse("credits", $"must not have more than {MostCredits} entries");
        }

        json.RefuseUnknown();
        return it;
    }

    private static Applicant ReadApplicant(StrictJson json)
    {
        var it = new Applicant
        {
            Member = json.Flag("member"),
            MyPageCompleted = json.CodeOr("myPage", MyPage.None) is MyPage.Completed,
            LicenceImage = json.Flag("licenseImage"),
            PendingApplication = json.Flag("pendingApplication"),
            BasicCreditsUsedBefore = json.Flag("basicCreditsUsedBefore"),
            Completion = json.Part("completion", ReadCompletion),
            Exemption = json.Part("exemption", ReadExemption),
            PracticeProof = json.Flag("practiceProof"),
            SpecialReason = json.Flag("specialReason"),
        };

        json.RefuseUnknown();
        return it;
    }

    private static Completion ReadCompletion(StrictJson json)
    {
        var it = new Completion(json.Text("type"), json.Day("date"), json.Flag("proofUploaded"), json.Flag("used"));
        json.RefuseUnknown();
        return it;
    }

    private static Exemption ReadExemption(StrictJson json)
    {
        var it = new Exemption(json.Text("type"), json.Flag("proofUploaded"), json.Flag("usedBefore"));
        json.RefuseUnknown();
        return it;
    }

    private static Term ReadCertificate(StrictJson json)
    {
        var it = new Term(json.Day("validFrom"), json.Day("validTo"));

        if (it.From > it.To && it.To != default)
        {
            json.Refuse("validTo", "must not be before validFrom");
        }

        json.RefuseUnknown();
        return it;
    }

    private static Credit ReadCredit(StrictJson json)
    {
        var it = new Credit(
            json.Day("date"),
            json.Code<CreditCategory>("category"),
            json.OptionalText("item"),
            json.Count("units"),
            json.Code<CreditSource>("source"),
            json.Text("trainingId"))
        {
            Status = json.CodeOr("status", PostingState.Posted),
            Mode = json.CodeOr("mode", ParticipationMode.Onsite),
            Attendance = json.CodeOr("attendance", Attendance.Full),
            Role = json.CodeOr("role", ParticipantRole.Attendee),
            Format = json.CodeOr("format", TrainingFormat.Ordinary),
            Consumed = json.Flag("consumed"),
        };

        if (it.Item is { } item && !TrainingItems.Exists(item))
        {
            json.Refuse("item", "must be an early item or a sports subject");
        }

        json.RefuseUnknown();
        return it;
    }

    private enum MyPage
    {
        None,

        Completed,
    }
}
