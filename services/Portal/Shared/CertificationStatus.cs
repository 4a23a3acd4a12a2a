using Mamis.Portal.Gateway;

namespace Mamis.Portal.Shared;

/// <summary>One certification as the my-page shows it: the certificate, what the rules say, what is under way.</summary>
public sealed record CertificationStatus(string Scheme, string Kind, Certificate? Certificate, Reply<Evaluation> Evaluation, ApplicationCase? Open)
{
    private static readonly string[] Over = ["granted", "rejected", "withdrawn"];

    /// <summary>Reads the certifications a physician has or works on; who has none is shown the way to the first.</summary>
    public static async Task<IReadOnlyList<CertificationStatus>> Load(
        GatewayClient gateway, IReadOnlyList<Certificate> certificates, IReadOnlyList<ApplicationCase> applications, CancellationToken cancellation)
    {
        var open = applications.Where(it => !Over.Contains(it.Status)).ToArray();
        var schemes = certificates.Select(it => it.Scheme).Concat(open.Select(it => it.Scheme)).Distinct().ToArray();

        return await Task.WhenAll((schemes is [] ? ["occupational"] : schemes).Select(async scheme =>
        {
            var certificate = certificates.FirstOrDefault(it => it.Scheme == scheme);
            var mine = open.FirstOrDefault(it => it.Scheme == scheme);
            var kind = mine?.Kind ?? (certificate is null ? "new" : "renewal");
            var evaluation = await gateway.Get<Evaluation>($"/api/certification/evaluations/me?scheme={scheme}&kind={kind}", cancellation);

            return new CertificationStatus(scheme, kind, certificate, evaluation, mine);
        }));
    }
}
