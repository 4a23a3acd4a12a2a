using Mamis.Kernel;

namespace Mamis.Certification.Features.Badges;

/// <summary>The addresses that credentials name, all of them behind the gateway: they are identifiers, so none of them may ever change.</summary>
public sealed record BadgeAddresses(Uri Gateway)
{
    public string Issuer => Of("issuer");

    public string Key(string kid) => Of($"keys/{kid}");

    public string Achievement(Scheme scheme) => Of($"achievements/{Codes.Of(scheme)}");

    public string StatusList(StatusPurpose purpose, long list) => Of($"status/{Codes.Of(purpose)}/{list}");

    private string Of(string path) => new Uri(Gateway, $"/credentials/{path}").AbsoluteUri;
}
