using System.Collections.Concurrent;
using Mamis.Contracts.Certification;
using Mamis.Contracts.Identity;
using Mamis.EventStore.Tests.Domain;
using Mamis.EventStore.Tests.Support;
using Mamis.ServiceDefaults;
using MassTransit;

namespace Mamis.EventStore.Tests.Messages;

/// <summary>Has an effect on the physician's own account, once a message; named like a listener of the manifest.</summary>
public sealed class KeepContactWhenKnown(IEventStore store) : IConsumer<PhysicianKnown>
{
    public async Task Consume(ConsumeContext<PhysicianKnown> context)
    {
        var account = await store.Load(context.Message.PhysicianId);
        var changes = new Changes()
            .Append<Account>(account.Id, account.Version, [Accounts.Posted(context.Message.Version)])
            .Handled<KeepContactWhenKnown>(context);

        await store.Append(changes, context.CancellationToken);
    }
}

/// <summary>Fails as long as it is told to.</summary>
public sealed class EndTermWhenEnded(Failing failing) : IConsumer<CertificateEnded>
{
    public Task Consume(ConsumeContext<CertificateEnded> context)
    {
        failing.Seen.Add(context.MessageId ?? Guid.Empty);
        return failing.With is { } failure ? throw failure : Task.CompletedTask;
    }
}

/// <summary>What a consumer is to fail with, and how often it was tried.</summary>
public sealed class Failing
{
    public Exception? With { get; set; }

    public ConcurrentBag<Guid> Seen { get; } = [];
}
