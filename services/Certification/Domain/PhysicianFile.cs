using Mamis.Certification.Domain.Eligibility;
using Mamis.Kernel;

namespace Mamis.Certification.Domain;

/// <summary>All this service knows of one physician and one scheme: what a case is made of.</summary>
public sealed record PhysicianFile
{
    public required PhysicianId Physician { get; init; }

    public required Scheme Scheme { get; init; }

    /// <summary>Null while Identity has told nothing of the physician yet.</summary>
    public Standing? Standing { get; init; }

    public bool MyPageCompleted { get; init; }

    /// <summary>Self-registered, and not compared with the licence yet (rule A2): nothing can be handed in.</summary>
    public bool RegistrationUnchecked { get; init; }

    /// <summary>The latest term; null also where the title is given up or taken away, since nothing is left to renew (rule X9).</summary>
    public Term? Certificate { get; init; }

    /// <summary>A special reason for applying late was accepted for the present term (rule X7).</summary>
    public bool GraceGranted { get; init; }

    public IReadOnlyList<Credit> Credits { get; init; } = [];

    /// <summary>The application of this scheme that is under way, if any.</summary>
    public Guid? OpenApplication { get; init; }

    /// <summary>A certificate was granted on a completion or an exemption before, so neither serves again (rules ON8, SN3).</summary>
    public bool GrantedWithoutUnits { get; init; }

    public Case ToCase(ApplicationKind kind, DateOnly asOf, Guid application, IReadOnlyList<DocumentAttached> documents) => new(
        Scheme,
        kind,
        asOf,
        new Applicant
        {
            Member = Standing is { IsMember: true },
            MyPageCompleted = MyPageCompleted,
            LicenceImage = documents.Any(it => it.Kind is DocumentKind.LicenceImage),
            PendingApplication = OpenApplication is { } open && open != application,
            BasicCreditsUsedBefore = OnlySpentBasicUnits,
            Completion = Latest(documents, DocumentKind.Completion) is { Type: { } course, CompletedOn: { } day }
                ? new(course, day, ProofUploaded: true, GrantedWithoutUnits) : null,
            Exemption = Latest(documents, DocumentKind.Exemption) is { Type: { } title }
                ? new(title, ProofUploaded: true, GrantedWithoutUnits) : null,
            PracticeProof = documents.Any(it => it.Kind is DocumentKind.PracticeProof),
            SpecialReason = GraceGranted,
        },
        Certificate,
        kind is ApplicationKind.New && !OnlySpentBasicUnits ? [.. Credits.Where(it => !it.Consumed)] : Credits);

    /// <summary>Units that supported an application are left out of a new one (rule ON7); the reason names them only where nothing else is there.</summary>
    private bool OnlySpentBasicUnits =>
        Credits.Any(it => it.Category.IsBasic()) && Credits.Where(it => it.Category.IsBasic()).All(it => it.Consumed);

    private static DocumentAttached? Latest(IReadOnlyList<DocumentAttached> documents, DocumentKind kind) =>
        documents.LastOrDefault(it => it.Kind == kind);
}
