using System.Reflection;

namespace Mamis.Architecture.Tests;

/// <summary>Rule 6 of the style, and the promise that nothing personal stands in a stream or a message.</summary>
public sealed class EventRules
{
    private static readonly string[] Personal =
    [
        "FamilyName", "GivenName", "FullName", "Kana", "BirthDate", "Email", "Mail", "Phone", "Telephone", "PostalCode", "Address", "Password",
        "LicenceNumber", "Login",
    ];

    private static readonly Type[] Events =
    [
        .. Repository.Delivered
            .Where(it => it.Path.StartsWith("services/", StringComparison.Ordinal) && it.Path.Contains("/Domain/", StringComparison.Ordinal) && it.Name.EndsWith("Events", StringComparison.Ordinal))
            .SelectMany(TypesIn),
    ];

    private static readonly Type[] Messages = [.. Parts.TypesOf([Parts.Contracts]).Where(it => it is { IsClass: true, IsNested: false, IsAbstract: false })];

    [Fact]
    public void Every_service_has_its_events_in_one_place() => Assert.All(
        Parts.Services, service => Assert.Contains(Events, it => it.Assembly == service));

    [Fact]
    public void An_event_or_message_is_an_immutable_record() => Assert.All(Events.Concat(Messages), it =>
    {
        Assert.True(it.IsSealed, $"{it} is not sealed.");
        Assert.True(it.GetMethod("<Clone>$") is not null || it.IsValueType || it.IsEnum, $"{it} is no record.");
        Assert.All(it.GetProperties(BindingFlags.Public | BindingFlags.Instance), property => Assert.False(DecisionRules.CanBeChanged(property), $"{it}.{property.Name}"));
    });

    [Fact]
    public void No_event_or_message_has_room_for_personal_data() => Assert.All(
        Events.Concat(Messages).SelectMany(it => it.GetProperties(BindingFlags.Public | BindingFlags.Instance)),
        it => Assert.False(it.PropertyType == typeof(string) && Personal.Any(word => it.Name.Contains(word, StringComparison.Ordinal)), $"{it.DeclaringType}.{it.Name}"));

    [Fact]
    public void An_event_bears_no_suffix_that_says_it_is_one() => Assert.All(
        Events.Concat(Messages), it => Assert.False(it.Name.EndsWith("Event", StringComparison.Ordinal) || it.Name.EndsWith("Message", StringComparison.Ordinal), it.FullName));

    private static IEnumerable<Type> TypesIn(SourceFile file) => Parts.TypesOf(Parts.Services).Where(it =>
        it is { IsNested: false, IsEnum: false, IsInterface: false }
        && file.Path.Contains($"/{it.Assembly.GetName().Name?.Split('.')[^1]}/", StringComparison.Ordinal)
        && System.Text.RegularExpressions.Regex.IsMatch(file.Text, $@"\brecord\s+(struct\s+)?{it.Name}\b"));
}
