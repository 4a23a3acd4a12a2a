using System.Reflection;
using Mamis.Kernel;

namespace Mamis.Architecture.Tests;

/// <summary>Rules 3, 4 and 7 of the style: decisions are pure, state is folded and never changed.</summary>
public sealed class DecisionRules
{
    private static readonly MethodInfo[] Decisions =
    [
        .. Parts.TypesOf(Parts.Services)
            .SelectMany(it => it.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(it => it.Name == "Decide"),
    ];

    [Fact]
    public void Every_service_decides() => Assert.All(
        Parts.Services, service => Assert.Contains(Decisions, it => it.DeclaringType?.Assembly == service));

    [Fact]
    public void A_decision_is_public_and_static_and_answers_a_Decision() => Assert.All(
        Decisions, it => Assert.True(it is { IsStatic: true, IsPublic: true } && it.ReturnType == typeof(Decision), $"{it.DeclaringType}.{it.Name}"));

    [Fact]
    public void A_decision_takes_words_of_the_domain_only() => Assert.All(
        Decisions.SelectMany(it => it.GetParameters()), it => Assert.True(IsOfTheDomain(it.ParameterType), $"{it.Member.DeclaringType}: {it.ParameterType}"));

    [Fact]
    public void A_command_carries_no_service_clock_or_session() => Assert.All(
        Decisions.SelectMany(it => it.GetParameters()).SelectMany(it => it.ParameterType.GetProperties()),
        it => Assert.False(
            typeof(TimeProvider).IsAssignableFrom(it.PropertyType) || it.PropertyType.Name is "IEventStore" or "NpgsqlDataSource" or "HttpContext" or "ClaimsPrincipal",
            $"{it.DeclaringType}.{it.Name}"));

    [Fact]
    public void State_that_is_folded_cannot_be_changed() => Assert.All(
        Parts.TypesOf(Parts.Services)
            .Where(it => !it.IsAbstract && it.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEvolve<>)))
            .SelectMany(it => it.GetProperties()),
        it => Assert.False(CanBeChanged(it), $"{it.DeclaringType}.{it.Name} has a setter."));

    public static bool CanBeChanged(PropertyInfo property) =>
        property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    private static bool IsOfTheDomain(Type type) => type switch
    {
        { IsGenericType: true } => type.GetGenericArguments().All(IsOfTheDomain),
        _ => type.IsPrimitive || type == typeof(string) || type == typeof(DateOnly) || type == typeof(DateTimeOffset) || type == typeof(Guid)
            || (type.Namespace?.StartsWith("Mamis.", StringComparison.Ordinal) is true
                && !type.Namespace.StartsWith("Mamis.EventStore", StringComparison.Ordinal)
                && !type.Namespace.StartsWith("Mamis.ServiceDefaults", StringComparison.Ordinal)),
    };
}
