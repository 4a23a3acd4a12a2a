using System.Globalization;
using System.Resources;
using System.Text;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Views.Finder;

/// <summary>What readers of feeds read, since no page of the portal stands between.</summary>
public static class FeedWords
{
    private static readonly ResourceManager Book = new("Mamis.TrainingCredits.Resources.Feeds", typeof(FeedWords).Assembly);

    private static readonly CompositeFormat Session = CompositeFormat.Parse(Say("session"));

    public static string Title => Say("title");

    public static string About => Say("about");

    public static string Of(Category category) => Say(Codes.Of(category));

    /// <summary>When, where, which units, in the words of the association.</summary>
    public static string Describe(FoundSession it) => string.Format(
        CultureInfo.InvariantCulture,
        Session,
        it.TrainingTitle,
        it.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        it.Start.ToString("HH:mm", CultureInfo.InvariantCulture),
        it.End.ToString("HH:mm", CultureInfo.InvariantCulture),
        it.Place,
        Say(Codes.Of(it.Mode)),
        string.Join(Say("and"), new[] { it.Category, it.SecondCategory }.OfType<Category>().Select(Of)),
        it.Units);

    private static string Say(string key) => Book.GetString(key, CultureInfo.InvariantCulture) ?? key;
}
