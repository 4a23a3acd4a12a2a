using Mamis.Contracts.Certification;
using Mamis.EventStore;
using MassTransit;
using Npgsql;

namespace Mamis.Notifications.Views;

/// <summary>Whose every submitted application is, so that an inquiry is attached to an own one only.</summary>
/// <remarks>An application never changes hands, so neither order nor repetition matters, and no inbox row is needed.</remarks>
public static class SubmittedApplications
{
    public const string Tables =
        """
        create table if not exists submitted_applications (
            application_id uuid primary key,
            physician_id   uuid not null
        )
        """;

    public static Sql Submitted(IEnumerable<ApplicationSubmitted> applications) => Sql.ForEach(
        """
        insert into submitted_applications (application_id, physician_id) select distinct application_id, physician_id from rows
        on conflict (application_id) do nothing
        """,
        applications.Select(it => new Row(it.ApplicationId, it.PhysicianId)));

    public static Task<bool> IsOf(Guid physician, Guid application, NpgsqlDataSource database, CancellationToken cancellation) => database.Find<bool>(
        "select exists (select from submitted_applications where application_id = @application and physician_id = @physician)",
        new { physician, application },
        cancellation);

    private sealed record Row(Guid ApplicationId, Guid PhysicianId);
}

/// <summary>Keeps the copy.</summary>
public sealed class KeepApplicationWhenSubmitted(IEventStore store) : IConsumer<Batch<ApplicationSubmitted>>
{
    public Task Consume(ConsumeContext<Batch<ApplicationSubmitted>> context) => store.Append(
        new Changes().Write(SubmittedApplications.Submitted(context.Message.Select(it => it.Message))), context.CancellationToken);
}
