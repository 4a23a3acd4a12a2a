namespace Mamis.Notifications.Messaging;

/// <summary>What mails need, with the settings of the server that takes them.</summary>
public static class MailServer
{
    public static void AddMailServer(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SmtpOptions>().BindConfiguration("Smtp").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<DomainLimits>();
        builder.Services.AddSingleton<SmtpRelay>();
    }
}
