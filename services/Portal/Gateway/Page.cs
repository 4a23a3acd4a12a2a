namespace Mamis.Portal.Gateway;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">What the list is of.</typeparam>
public sealed record Page<T>(IReadOnlyList<T> Items, Guid? Next);
