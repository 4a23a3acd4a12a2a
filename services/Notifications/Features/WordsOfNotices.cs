using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Features.Preferences;
using Mamis.Notifications.Features.Templates;
using Mamis.Notifications.Messaging;
using Mamis.Notifications.Views.Templates;

namespace Mamis.Notifications.Features;

/// <summary>What a notice says and who wants it by mail: streams, parts and routes.</summary>
public static class WordsOfNotices
{
    public static EventStoreBuilder WithWords(this EventStoreBuilder store) => store
        .Stream<NoticeTemplate>(typeof(TemplateWritten))
        .Stream<MailPreferences>(typeof(MailSwitchedOff), typeof(MailSwitchedOn));

    public static void AddWords(this WebApplicationBuilder builder)
    {
        var site = builder.Configuration.GetValue<Uri>("Gateway:Url") ?? throw new InvalidOperationException("Gateway:Url is not set.");
        builder.Services.AddMemoryCache();
        builder.Services.AddSingleton(new MyPageAddress(site));
        builder.Services.AddSingleton<StopLink>();
        builder.Services.AddSingleton<NoticeWriter>();
        builder.Services.AddSingleton<PreviewCases>();
    }

    public static void MapWords(this WebApplication app)
    {
        app.MapTemplates();
        app.MapPreferences();
    }
}
