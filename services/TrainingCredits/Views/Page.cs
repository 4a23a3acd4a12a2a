namespace Mamis.TrainingCredits.Views;

/// <summary>A page of a list, and where the next one starts.</summary>
/// <param name="Next">To be sent as <c>cursor</c>; null on the last page.</param>
/// <typeparam name="TItem">What the list is of.</typeparam>
public sealed record Page<TItem>(IReadOnlyList<TItem> Items, Guid? Next);

/// <summary>Lists are paged by the id of their last item, so that what is added meanwhile shifts nothing.</summary>
public static class Page
{
    public const int Size = 200;

    public static Page<TItem> Of<TItem>(IReadOnlyList<TItem> items, Func<TItem, Guid> id) =>
        new(items, items.Count == Size ? id(items[^1]) : null);
}
