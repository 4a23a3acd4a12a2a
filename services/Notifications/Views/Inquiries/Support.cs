using Mamis.Kernel;
using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Views.Inquiries;

/// <summary>When the support centre is there, Monday to Friday, as every answer about inquiries shows it.</summary>
/// <param name="Open">Whether somebody is there now.</param>
public sealed record Support(TimeOnly From, TimeOnly To, bool Open)
{
    public static Support At(TimeProvider clock)
    {
        var hours = SupportHours.On(clock.Today());
        return new(hours.From, hours.To, SupportHours.AreOpen(clock.GetUtcNow()));
    }
}
