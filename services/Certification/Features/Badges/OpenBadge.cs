using System.Text.Json.Serialization;
using Mamis.Certification.Messaging;
using Mamis.Certification.Views;
using Mamis.Kernel;
using Mamis.Printing;

namespace Mamis.Certification.Features.Badges;

/// <summary>A certificate as an Open Badge 3.0, which is a Verifiable Credential 2.0: what the paper says and nothing more.</summary>
/// <param name="Id">Of the certificate's term, so that the badge of a renewed one is another.</param>
/// <param name="CredentialStatus">Where to look whether the title is lost or rests.</param>
/// <param name="Iss">The claims that a JWT repeats: issuer, id, subject and the two days as seconds.</param>
public sealed record OpenBadge(
    [property: JsonPropertyName("@context")] IReadOnlyList<string> Context, string Id, IReadOnlyList<string> Type, string Name, OpenBadge.Profile Issuer,
    DateTimeOffset ValidFrom, DateTimeOffset ValidUntil, OpenBadge.Subject CredentialSubject, IReadOnlyList<OpenBadge.StatusEntry> CredentialStatus,
    string Iss, string Jti, string Sub, long Nbf, long Exp)
{
    private static readonly string Words = Template.Read(typeof(OpenBadge).Assembly, "words.ja.txt");

    public sealed record Profile(string Id, IReadOnlyList<string> Type, string Name, string Url);

    /// <param name="Id">The same for all terms of a certificate; it leads nowhere.</param>
    /// <param name="LicenseNumber">The number of the certificate.</param>
    public sealed record Subject(string Id, IReadOnlyList<string> Type, IReadOnlyList<Identity> Identifier, string LicenseNumber, Achieved Achievement);

    /// <summary>One thing by which the paper names its holder.</summary>
    public sealed record Identity(string IdentityHash, string IdentityType, string Type = "IdentityObject", bool Hashed = false);

    public sealed record Achieved(string Id, IReadOnlyList<string> Type, string Name, string Description, Criteria Criteria, string AchievementType = "Certification");

    public sealed record Criteria(string Narrative);

    public sealed record StatusEntry(string Id, string StatusPurpose, string StatusListIndex, string StatusListCredential, string Type = "BitstringStatusListEntry");

    public static OpenBadge Of(CertificateCard card, Holder holder, long position, BadgeAddresses addresses)
    {
        var (id, subject) = ($"urn:uuid:{DeterministicId.From("badge", card.Id, card.Number, $"{card.ValidFrom:O}")}", $"urn:uuid:{card.Id}");
        var (from, until) = (BusinessCalendar.StartOf(card.ValidFrom), BusinessCalendar.StartOf(card.ValidTo.AddDays(1)).AddSeconds(-1));

        return new(
            ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
            id, ["VerifiableCredential", "OpenBadgeCredential"], Word(Codes.Of(card.Scheme)), IssuerOf(addresses), from, until,
            new(subject, ["AchievementSubject"], [new(holder.FullName, "name"), new($"{holder.BirthDate:yyyy-MM-dd}", "ext:birthDate")], card.Number, AchievementOf(card.Scheme, addresses)),
            [.. Enum.GetValues<StatusPurpose>().Select(it => EntryOf(it, position, addresses))],
            addresses.Issuer, id, subject, from.ToUnixTimeSeconds(), until.ToUnixTimeSeconds());
    }

    public static Profile IssuerOf(BadgeAddresses addresses) => new(addresses.Issuer, ["Profile"], Word("issuer"), addresses.Gateway.AbsoluteUri);

    public static Achieved AchievementOf(Scheme scheme, BadgeAddresses addresses)
    {
        var code = Codes.Of(scheme);
        return new(addresses.Achievement(scheme), ["Achievement"], Word(code), Word($"{code}-about"), new(Word($"{code}-criteria")));
    }

    private static StatusEntry EntryOf(StatusPurpose purpose, long position, BadgeAddresses addresses)
    {
        var (list, index) = Math.DivRem(position, Bitstring.Length);
        var address = addresses.StatusList(purpose, list);

        return new($"{address}#{index}", Codes.Of(purpose), $"{index}", address);
    }

    private static string Word(string key) => Template.Word(Words, key);
}
