using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Views.Finder;

/// <summary>The finder and its feeds: the same search, in the form each reader understands; open to everybody.</summary>
public static class FinderRoutes
{
    /// <summary>A feed has no pages; whoever wants more than this narrows the search.</summary>
    private const int MostInFeed = 200;

    public static void AddFinder(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<TrainingFinder>()
        .AddSingleton(new FeedAddresses(
            builder.Configuration.GetValue<Uri>("Gateway:Url") ?? throw new InvalidOperationException("Gateway:Url is not set; the AppHost sets it.")));

    public static void MapFinder(this WebApplication app)
    {
        app.MapGet("/trainings/finder", TrainingFinder.Get).ForEveryone().Produces<Page<FoundSession>>();
        app.MapFeed("/trainings/finder/calendar.ics", "text/calendar; charset=utf-8", CalendarFeed.Of, withCancelled: true);
        app.MapFeed("/trainings/finder/feed.rss", "application/rss+xml; charset=utf-8", RssFeed.Of);
        app.MapFeed("/trainings/finder/feed.json", "application/feed+json; charset=utf-8", JsonFeed.Of);
    }

    private static void MapFeed(
        this WebApplication app, string route, string type, Func<IReadOnlyList<FoundSession>, FeedAddresses, byte[]> write, bool withCancelled = false) =>
        app.MapGet(route, async Task<Results<FileContentHttpResult, ProblemHttpResult>> (
            [AsParameters] FinderQuery query, TrainingFinder finder, FeedAddresses addresses, HttpResponse response, CancellationToken cancellation) =>
        {
            var fields = new Fields();
            var search = query.Read(fields, finder.Today);

            return fields.Faults.Count > 0
                ? TrainingFinder.Unusable(fields.Faults)
                : response.Cached(write(await finder.Find(search, MostInFeed, withCancelled, cancellation), addresses), type);
        }).ForEveryone();
}
