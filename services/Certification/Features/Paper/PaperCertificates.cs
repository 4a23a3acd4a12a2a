using Mamis.Certification.Messaging;
using Mamis.Certification.Views;
using Mamis.Kernel;
using Mamis.Printing;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Paper;

/// <summary>What printing a certificate needs, and the routes by which papers are printed and checked.</summary>
public static class PaperCertificates
{
    public const string Tables = SnapshotKeys.Table + CertificateLooks.Table;

    public static void AddPaperCertificates(this WebApplicationBuilder builder)
    {
        builder.AddInternalClient<IdentityClient>("certification", "identity");
        builder.Services.AddPrinting().AddSingleton<SnapshotKeys>().AddSingleton<Certificates>().AddTransient<CertificatePaper>();
        builder.Services.AddSingleton(new VerifyAddress(
            builder.Configuration.GetValue<Uri>("Gateway:Url") ?? throw new InvalidOperationException("Gateway:Url is not set; the AppHost sets it.")));
    }

    public static void MapPaperCertificates(this WebApplication app)
    {
        app.MapGet("/certificates/{id:guid}.pdf", PrintCertificate.Handle)
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf")
            .For(Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);
        app.MapGet("/certificates/accesses", CertificateLooks.Mine).For(Roles.Physician);
        app.MapGet("/verify/{number}", Verification.Get).ForEveryone();
        app.MapGet("/verify", CheckPaper.Get).ForEveryone();
        app.MapPost("/paper-checks", CheckPaper.Handle).ForEveryone();
        app.MapGet("/.well-known/jwks.json", Keys).ForEveryone();
    }

    /// <summary>All keys that ever signed a paper (RFC 7517), for whoever checks papers without asking us.</summary>
    private static async Task<Ok<KeySet>> Keys(SnapshotKeys keys, CancellationToken cancellation) =>
        TypedResults.Ok(new KeySet(await keys.Published(cancellation)));

    private sealed record KeySet(IReadOnlyList<SnapshotKeys.PublicKey> Keys);
}
