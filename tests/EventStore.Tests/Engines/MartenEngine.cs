using Mamis.EventStore.Tests.Contract;
using Mamis.EventStore.Tests.Support;
using Microsoft.Extensions.Hosting;

namespace Mamis.EventStore.Tests.Engines;

/// <summary>The engine is chosen by configuration, as an operator would.</summary>
public sealed class MartenEngine : StoreFixture
{
    protected override void UseEngine(IHostApplicationBuilder builder) => builder.Configuration["EventStore:Engine"] = Engine.Marten;
}

/// <summary>The contract on Marten.</summary>
public sealed class MartenAppendTests(MartenEngine engine) : AppendContract(engine), IClassFixture<MartenEngine>;

/// <summary>The contract on Marten.</summary>
public sealed class MartenConcurrencyTests(MartenEngine engine) : ConcurrencyContract(engine), IClassFixture<MartenEngine>;

/// <summary>The contract on Marten.</summary>
public sealed class MartenReadTests(MartenEngine engine) : ReadContract(engine), IClassFixture<MartenEngine>;

/// <summary>The contract on Marten.</summary>
public sealed class MartenBesideTests(MartenEngine engine) : BesideContract(engine), IClassFixture<MartenEngine>;

/// <summary>The contract on Marten.</summary>
public sealed class MartenFeedTests(MartenEngine engine) : FeedContract(engine), IClassFixture<MartenEngine>;

/// <summary>The contract on Marten.</summary>
public sealed class MartenFeedUnderLoadTests(MartenEngine engine) : FeedUnderLoadContract(engine), IClassFixture<MartenEngine>;
