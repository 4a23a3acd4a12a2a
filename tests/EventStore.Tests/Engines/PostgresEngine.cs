using Mamis.EventStore.Tests.Contract;
using Mamis.EventStore.Tests.Support;
using Microsoft.Extensions.Hosting;

namespace Mamis.EventStore.Tests.Engines;

/// <summary>The default engine needs no choosing.</summary>
public sealed class PostgresEngine : StoreFixture
{
    protected override void UseEngine(IHostApplicationBuilder builder)
    {
    }
}

/// <summary>The contract on the default engine.</summary>
public sealed class PostgresAppendTests(PostgresEngine engine) : AppendContract(engine), IClassFixture<PostgresEngine>;

/// <summary>The contract on the default engine.</summary>
public sealed class PostgresConcurrencyTests(PostgresEngine engine) : ConcurrencyContract(engine), IClassFixture<PostgresEngine>;

/// <summary>The contract on the default engine.</summary>
public sealed class PostgresReadTests(PostgresEngine engine) : ReadContract(engine), IClassFixture<PostgresEngine>;

/// <summary>The contract on the default engine.</summary>
public sealed class PostgresBesideTests(PostgresEngine engine) : BesideContract(engine), IClassFixture<PostgresEngine>;

/// <summary>The contract on the default engine.</summary>
public sealed class PostgresFeedTests(PostgresEngine engine) : FeedContract(engine), IClassFixture<PostgresEngine>;

/// <summary>The contract on the default engine.</summary>
public sealed class PostgresFeedUnderLoadTests(PostgresEngine engine) : FeedUnderLoadContract(engine), IClassFixture<PostgresEngine>;
