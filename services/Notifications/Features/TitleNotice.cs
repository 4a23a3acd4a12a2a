using Mamis.Kernel;
using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Features;

/// <summary>What the holder is told at once when something was decided about a title: in the name of the JMA; the reason stays in the my-page.</summary>
/// <param name="Scheme"><c>Occupational</c> or <c>Sports</c>, as the contract says it.</param>
/// <param name="Today">The day in Asia/Tokyo on which it is told.</param>
public sealed record TitleNotice(Guid Certificate, Guid Physician, string Scheme, DateOnly Today)
{
    public NoticeScheduled Of(NoticeKind kind, NoticeDetails details) => new()
    {
        Kind = kind,
        Route = NoticeRoute.JmaToPhysician,
        Physician = new(Physician),
        Association = Association.Jma,
        Subject = Certificate,
        Scheme = Enum.Parse<Scheme>(Scheme),
        DueOn = Today,
        ScheduledOn = Today,
        Details = details,
    };
}
