using Mamis.Contracts.Identity;
using Mamis.EventStore;
using Mamis.ServiceDefaults;
using MassTransit;

namespace Mamis.Certification.Messaging.Copies;

/// <summary>Remembers that the my-page is complete (rule A1); it never becomes incomplete again, so order does not matter.</summary>
public sealed class CopyMyPage(IEventStore store) : IConsumer<MyPageActivated>
{
    private const string Remember =
        """
        insert into physician_copy (physician_id, my_page) select physician_id, true from rows
        on conflict (physician_id) do update set my_page = true
        """;

    public Task Consume(ConsumeContext<MyPageActivated> context) => store.Append(
        new Changes().Write(Sql.For(Remember, context.Message)).Handled<CopyMyPage>(context), context.CancellationToken);
}
