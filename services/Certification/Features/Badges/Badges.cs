using Mamis.Certification.Features.Paper;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;

namespace Mamis.Certification.Features.Badges;

/// <summary>What badges need, and the routes by which they are issued and checked.</summary>
public static class Badges
{
    public static EventStoreBuilder AddBadges(this EventStoreBuilder store) => store.Tables(StatusPositions.Table);

    public static IServiceCollection AddBadges(this IServiceCollection services) => services
        .AddSingleton(it => new BadgeAddresses(it.GetRequiredService<VerifyAddress>().Gateway))
        .AddSingleton<StatusPositions>().AddSingleton<BadgeToken>().AddTransient<IssueBadge>();

    public static void MapBadges(this WebApplication app)
    {
        app.MapGet("/certificates/{id:guid}/badge", IssueBadge.Handle)
            .Produces(StatusCodes.Status200OK, contentType: BadgeToken.MediaType)
            .For(Roles.Physician);
        app.MapGet("/credentials/issuer", IssuerDocument.Get).ForEveryone();
        app.MapGet("/credentials/keys/{kid}", IssuerDocument.Key).ForEveryone();
        app.MapGet("/credentials/achievements/{scheme}", IssuerDocument.Achievement).ForEveryone();
        app.MapGet("/credentials/status/{purpose}/{list}", StatusListCredential.Get)
            .Produces(StatusCodes.Status200OK, contentType: BadgeToken.MediaType)
            .ForEveryone();
    }
}
