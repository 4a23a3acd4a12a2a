using Mamis.Identity.Domain;

namespace Mamis.Identity.Credentials;

/// <summary>What whoever knows the person tries first; in a password it does not count.</summary>
public static class OwnWords
{
    /// <param name="person">The physician's document; staff have none.</param>
    /// <param name="login">The login name, and the e-mail address that works beside it.</param>
    public static IEnumerable<string> Of(Person? person, params IEnumerable<string?> login) =>
    [
        .. login.OfType<string>().SelectMany(it => new[] { it, it.Split('@')[0] }),
        .. person is null ? [] : Of(person),
    ];

    private static string[] Of(Person person) =>
    [
        person.LicenceNumber, $"{person.BirthDate:yyyyMMdd}", $"{person.BirthDate:yyyy-MM-dd}", person.FamilyName + person.GivenName,
        person.FamilyNameKana, person.GivenNameKana, person.FamilyNameKana + person.GivenNameKana, person.WorkplaceName ?? string.Empty,
    ];
}
