using Mamis.Contracts.Identity;
using Mamis.EventStore;
using Mamis.ServiceDefaults;
using MassTransit;

namespace Mamis.Certification.Messaging.Copies;

/// <summary>Remembers that the my-page is complete (rule A1), and whether the person is still to be compared with the licence (rule A2).</summary>
/// <remarks>Neither is ever taken back, so order does not matter.</remarks>
public sealed class CopyMyPage(IEventStore store) : IConsumer<MyPageActivated>
{
    private const string Remember =
        """
        insert into physician_copy (physician_id, my_page, self_registered) select physician_id, true, self_registered from rows
        on conflict (physician_id) do update set my_page = true, self_registered = excluded.self_registered
        """;

    public Task Consume(ConsumeContext<MyPageActivated> context) => store.Append(
        new Changes().Write(Sql.For(Remember, context.Message)).Handled<CopyMyPage>(context), context.CancellationToken);
}
